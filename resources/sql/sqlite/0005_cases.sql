-- SPDX-FileCopyrightText: GridHall contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Cases and their append-only, hash-chained history.
-- A case row starts empty (state '', version 0); only an event moves it on. The database refuses events that the workflow
-- does not know, changes to events, and case rows that disagree with their chain.
CREATE TABLE cases (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  id TEXT NOT NULL UNIQUE,
  number TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL DEFAULT '' REFERENCES workflow_state (id),
  source TEXT NOT NULL,
  edition TEXT NOT NULL,
  class_code TEXT NOT NULL,
  class_name TEXT NOT NULL DEFAULT '',
  description TEXT NOT NULL DEFAULT '',
  address TEXT NOT NULL DEFAULT '',
  unit_grid_code TEXT,
  responsibility_grid_code TEXT,
  component_code TEXT,
  reporter_id TEXT,
  reporter_name TEXT NOT NULL DEFAULT '',
  caller_name TEXT NOT NULL DEFAULT '',
  caller_phone TEXT NOT NULL DEFAULT '',
  condition_id TEXT,
  condition_text TEXT NOT NULL DEFAULT '',
  limit_value INTEGER,
  limit_unit TEXT,
  handling_unit_id TEXT REFERENCES unit (id),
  handling_unit_name TEXT NOT NULL DEFAULT '',
  task_person_id TEXT,
  reported_at DATETIME NOT NULL,
  stage_since DATETIME NOT NULL,
  filed_at DATETIME,
  dispatched_at DATETIME,
  due_soon_at DATETIME,
  deadline_at DATETIME,
  remaining_secs INTEGER,
  suspended_until DATETIME,
  handled_at DATETIME,
  closed_at DATETIME,
  handled_on_time BOOLEAN,
  overdue_exempt BOOLEAN NOT NULL DEFAULT 0,
  rework_count INTEGER NOT NULL DEFAULT 0,
  extension_count INTEGER NOT NULL DEFAULT 0,
  urged BOOLEAN NOT NULL DEFAULT 0,
  supervised BOOLEAN NOT NULL DEFAULT 0,
  version INTEGER NOT NULL DEFAULT 0,
  last_hash TEXT NOT NULL DEFAULT '',
  geom POINT NOT NULL
);
CREATE INDEX cases_state ON cases (state, stage_since);
CREATE INDEX cases_reported ON cases (reported_at);
CREATE INDEX cases_filed ON cases (filed_at);
CREATE INDEX cases_closed ON cases (closed_at);
CREATE INDEX cases_deadline ON cases (deadline_at) WHERE handled_at IS NULL AND closed_at IS NULL;
CREATE INDEX cases_component ON cases (component_code) WHERE component_code IS NOT NULL;
CREATE INDEX cases_class ON cases (class_code, reported_at);
CREATE INDEX cases_unit ON cases (handling_unit_id, state);
CREATE INDEX cases_task ON cases (task_person_id) WHERE task_person_id IS NOT NULL;
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('cases', 'features', 'cases', 'Cases 案卷', 4490);
INSERT INTO gpkg_geometry_columns (table_name, column_name, geometry_type_name, srs_id, z, m) VALUES
  ('cases', 'geom', 'POINT', 4490, 0, 0);

CREATE VIRTUAL TABLE rtree_cases_geom USING rtree(id, minx, maxx, miny, maxy);
CREATE TRIGGER rtree_cases_geom_insert AFTER INSERT ON cases
  WHEN (NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  INSERT OR REPLACE INTO rtree_cases_geom VALUES
    (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_cases_geom_update1 AFTER UPDATE OF geom ON cases
  WHEN OLD.fid = NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  INSERT OR REPLACE INTO rtree_cases_geom VALUES
    (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_cases_geom_update2 AFTER UPDATE OF geom ON cases
  WHEN OLD.fid = NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_cases_geom WHERE id = OLD.fid;
END;
CREATE TRIGGER rtree_cases_geom_update3 AFTER UPDATE ON cases
  WHEN OLD.fid != NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_cases_geom WHERE id = OLD.fid;
  INSERT OR REPLACE INTO rtree_cases_geom VALUES
    (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_cases_geom_update4 AFTER UPDATE ON cases
  WHEN OLD.fid != NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_cases_geom WHERE id IN (OLD.fid, NEW.fid);
END;
CREATE TRIGGER rtree_cases_geom_delete AFTER DELETE ON cases
  WHEN OLD.geom NOT NULL
BEGIN
  DELETE FROM rtree_cases_geom WHERE id = OLD.fid;
END;
INSERT INTO gpkg_extensions (table_name, column_name, extension_name, definition, scope) VALUES
  ('cases', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only');

CREATE TABLE case_number_sequence (
  day TEXT PRIMARY KEY NOT NULL,
  last INTEGER NOT NULL
);

CREATE TABLE case_event (
  id TEXT PRIMARY KEY NOT NULL,
  case_id TEXT NOT NULL REFERENCES cases (id),
  sequence INTEGER NOT NULL,
  action TEXT NOT NULL,
  from_state TEXT NOT NULL,
  to_state TEXT NOT NULL,
  role TEXT NOT NULL,
  actor_id TEXT,
  actor_name TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  condition_id TEXT,
  unit_id TEXT,
  person_id TEXT,
  until_at DATETIME,
  photos TEXT NOT NULL DEFAULT '',
  content TEXT NOT NULL DEFAULT '{}',
  at DATETIME NOT NULL,
  previous_hash TEXT NOT NULL DEFAULT '',
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  UNIQUE (case_id, sequence)
);
CREATE INDEX case_event_at ON case_event (at);

CREATE TABLE case_media (
  case_id TEXT NOT NULL REFERENCES cases (id),
  event_id TEXT NOT NULL REFERENCES case_event (id),
  position INTEGER NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  usage TEXT NOT NULL CHECK (usage IN ('report', 'confirm', 'handle', 'verify', 'self_handle')),
  mime_type TEXT NOT NULL DEFAULT '',
  added_at DATETIME NOT NULL,
  added_by TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (event_id, position)
) WITHOUT ROWID;
CREATE INDEX case_media_case ON case_media (case_id, added_at);

CREATE TRIGGER cases_begin_empty BEFORE INSERT ON cases
BEGIN
  SELECT RAISE(ABORT, 'gridhall:case_begins_empty') WHERE NEW.state <> '' OR NEW.version <> 0 OR NEW.last_hash <> '';
  SELECT RAISE(ABORT, 'gridhall:exists') WHERE EXISTS (SELECT 1 FROM cases WHERE id = NEW.id OR number = NEW.number);
END;
CREATE TRIGGER cases_follow_chain BEFORE UPDATE OF id, number, state, version, last_hash ON cases
BEGIN
  SELECT RAISE(ABORT, 'gridhall:case_follows_chain') WHERE NEW.id <> OLD.id OR NEW.number <> OLD.number OR NOT EXISTS (
    SELECT 1 FROM case_event e WHERE e.case_id = NEW.id AND e.sequence = NEW.version AND e.to_state = NEW.state
      AND e.hash = NEW.last_hash AND NOT EXISTS (SELECT 1 FROM case_event l WHERE l.case_id = NEW.id AND l.sequence > NEW.version));
END;
CREATE TRIGGER cases_on_time_stays BEFORE UPDATE OF handled_on_time ON cases
  WHEN OLD.handled_on_time IS NOT NULL AND (NEW.handled_on_time IS NULL OR NEW.handled_on_time > OLD.handled_on_time)
BEGIN
  SELECT RAISE(ABORT, 'gridhall:on_time_stays');
END;
CREATE TRIGGER cases_no_delete BEFORE DELETE ON cases
BEGIN
  SELECT RAISE(ABORT, 'gridhall:append_only:cases');
END;

CREATE TRIGGER case_event_check BEFORE INSERT ON case_event
BEGIN
  SELECT RAISE(ABORT, 'gridhall:exists') WHERE EXISTS (SELECT 1 FROM case_event WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'gridhall:no_case') WHERE NOT EXISTS (SELECT 1 FROM cases WHERE id = NEW.case_id);
  SELECT RAISE(ABORT, 'gridhall:version') FROM cases c WHERE c.id = NEW.case_id
    AND (c.version <> NEW.sequence - 1 OR c.last_hash <> NEW.previous_hash);
  SELECT RAISE(ABORT, 'gridhall:state') FROM cases c WHERE c.id = NEW.case_id AND c.state <> NEW.from_state;
  SELECT RAISE(ABORT, 'gridhall:transition') WHERE NOT EXISTS (SELECT 1 FROM workflow_transition t
    WHERE t.from_state = NEW.from_state AND t.action = NEW.action AND t.role = NEW.role AND t.to_state = NEW.to_state);
  SELECT CASE
      WHEN t.needs_reason AND trim(NEW.note) = '' THEN RAISE(ABORT, 'gridhall:needs:reason')
      WHEN t.needs_photo AND length(NEW.photos) < 64 THEN RAISE(ABORT, 'gridhall:needs:photo')
      WHEN t.needs_condition AND NOT EXISTS (SELECT 1 FROM filing_condition f WHERE f.id = NEW.condition_id
        AND f.edition = c.edition AND f.class_code = c.class_code) THEN RAISE(ABORT, 'gridhall:needs:condition')
      WHEN t.needs_unit AND NOT EXISTS (SELECT 1 FROM unit u WHERE u.id = NEW.unit_id) THEN RAISE(ABORT, 'gridhall:needs:unit')
      WHEN t.needs_person AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.person_id) THEN RAISE(ABORT, 'gridhall:needs:person')
      WHEN t.needs_date AND (NEW.until_at IS NULL OR NEW.until_at <= NEW.at) THEN RAISE(ABORT, 'gridhall:needs:date')
      WHEN t.at_most IS NOT NULL AND (SELECT count(*) FROM case_event e WHERE e.case_id = NEW.case_id AND e.action = NEW.action)
        >= t.at_most THEN RAISE(ABORT, 'gridhall:at_most')
      WHEN t.only_after IS NOT NULL AND NOT EXISTS (SELECT 1 FROM case_event e WHERE e.case_id = NEW.case_id
        AND e.action = t.only_after) THEN RAISE(ABORT, 'gridhall:only_after')
      WHEN t.never_after IS NOT NULL AND EXISTS (SELECT 1 FROM case_event e WHERE e.case_id = NEW.case_id
        AND e.action = t.never_after) THEN RAISE(ABORT, 'gridhall:never_after')
      WHEN t.clock = 'before_deadline' AND (c.deadline_at IS NULL OR NEW.at > c.deadline_at) THEN RAISE(ABORT, 'gridhall:clock')
      WHEN t.clock = 'overdue' AND c.handled_on_time IS NOT 0 THEN RAISE(ABORT, 'gridhall:clock')
    END
    FROM workflow_transition t, cases c
    WHERE t.from_state = NEW.from_state AND t.action = NEW.action AND t.role = NEW.role AND c.id = NEW.case_id;
END;
CREATE TRIGGER case_event_moves_case AFTER INSERT ON case_event
BEGIN
  UPDATE cases SET state = NEW.to_state, version = NEW.sequence, last_hash = NEW.hash,
    stage_since = CASE WHEN NEW.to_state = NEW.from_state THEN stage_since ELSE NEW.at END
    WHERE id = NEW.case_id;
  INSERT INTO change_log (topic, row_key) VALUES ('case', NEW.case_id);
END;
CREATE TRIGGER case_event_no_update BEFORE UPDATE ON case_event
BEGIN
  SELECT RAISE(ABORT, 'gridhall:append_only:case_event');
END;
CREATE TRIGGER case_event_no_delete BEFORE DELETE ON case_event
BEGIN
  SELECT RAISE(ABORT, 'gridhall:append_only:case_event');
END;
CREATE TRIGGER case_media_check BEFORE INSERT ON case_media
BEGIN
  SELECT RAISE(ABORT, 'gridhall:media_of_event') WHERE NOT EXISTS (SELECT 1 FROM case_event e
    WHERE e.id = NEW.event_id AND e.case_id = NEW.case_id AND instr(e.photos, NEW.sha256) > 0);
  SELECT RAISE(ABORT, 'gridhall:exists') WHERE EXISTS (SELECT 1 FROM case_media m
    WHERE m.event_id = NEW.event_id AND m.position = NEW.position);
END;
CREATE TRIGGER case_media_no_update BEFORE UPDATE ON case_media
BEGIN
  SELECT RAISE(ABORT, 'gridhall:append_only:case_media');
END;
CREATE TRIGGER case_media_no_delete BEFORE DELETE ON case_media
BEGIN
  SELECT RAISE(ABORT, 'gridhall:append_only:case_media');
END;
