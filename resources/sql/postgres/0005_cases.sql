-- SPDX-FileCopyrightText: GridHall contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Cases and their append-only, hash-chained history.
-- A case row starts empty (state '', version 0); only an event moves it on. The database refuses events that the workflow
-- does not know, changes to events, and case rows that disagree with their chain.
CREATE TABLE cases (
  fid bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id uuid NOT NULL UNIQUE,
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
  reporter_id uuid,
  reporter_name TEXT NOT NULL DEFAULT '',
  caller_name TEXT NOT NULL DEFAULT '',
  caller_phone TEXT NOT NULL DEFAULT '',
  condition_id uuid,
  condition_text TEXT NOT NULL DEFAULT '',
  limit_value INTEGER,
  limit_unit TEXT,
  handling_unit_id uuid REFERENCES unit (id),
  handling_unit_name TEXT NOT NULL DEFAULT '',
  task_person_id uuid,
  reported_at timestamptz NOT NULL,
  stage_since timestamptz NOT NULL,
  filed_at timestamptz,
  dispatched_at timestamptz,
  due_soon_at timestamptz,
  deadline_at timestamptz,
  remaining_secs bigint,
  suspended_until timestamptz,
  handled_at timestamptz,
  closed_at timestamptz,
  handled_on_time BOOLEAN,
  overdue_exempt BOOLEAN NOT NULL DEFAULT false,
  rework_count INTEGER NOT NULL DEFAULT 0,
  extension_count INTEGER NOT NULL DEFAULT 0,
  urged BOOLEAN NOT NULL DEFAULT false,
  supervised BOOLEAN NOT NULL DEFAULT false,
  version bigint NOT NULL DEFAULT 0,
  last_hash TEXT NOT NULL DEFAULT '',
  geom geometry(Point, 4490) NOT NULL
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
CREATE INDEX cases_geom ON cases USING gist (geom);

CREATE TABLE case_number_sequence (
  day text PRIMARY KEY,
  last integer NOT NULL
);

CREATE TABLE case_event (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES cases (id),
  sequence bigint NOT NULL,
  action TEXT NOT NULL,
  from_state TEXT NOT NULL,
  to_state TEXT NOT NULL,
  role TEXT NOT NULL,
  actor_id uuid,
  actor_name TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  condition_id uuid,
  unit_id uuid,
  person_id uuid,
  until_at timestamptz,
  photos TEXT NOT NULL DEFAULT '',
  content TEXT NOT NULL DEFAULT '{}',
  at timestamptz NOT NULL,
  previous_hash TEXT NOT NULL DEFAULT '',
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  UNIQUE (case_id, sequence)
);
CREATE INDEX case_event_at ON case_event (at);

CREATE TABLE case_media (
  case_id uuid NOT NULL REFERENCES cases (id),
  event_id uuid NOT NULL REFERENCES case_event (id),
  position integer NOT NULL,
  sha256 text NOT NULL CHECK (length(sha256) = 64),
  usage text NOT NULL CHECK (usage IN ('report', 'confirm', 'handle', 'verify', 'self_handle')),
  mime_type text NOT NULL DEFAULT '',
  added_at timestamptz NOT NULL,
  added_by text NOT NULL DEFAULT '',
  PRIMARY KEY (event_id, position)
);
CREATE INDEX case_media_case ON case_media (case_id, added_at);

CREATE FUNCTION gridhall_refuse(reason text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION USING MESSAGE = 'gridhall:' || reason, ERRCODE = 'GH001';
END $$;

CREATE FUNCTION gridhall_case_begins_empty() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> '' OR NEW.version <> 0 OR NEW.last_hash <> '' THEN
    PERFORM gridhall_refuse('case_begins_empty');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER cases_begin_empty BEFORE INSERT ON cases FOR EACH ROW EXECUTE FUNCTION gridhall_case_begins_empty();

CREATE FUNCTION gridhall_case_follows_chain() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.id <> OLD.id OR NEW.number <> OLD.number OR NOT EXISTS (
      SELECT 1 FROM case_event e WHERE e.case_id = NEW.id AND e.sequence = NEW.version AND e.to_state = NEW.state
        AND e.hash = NEW.last_hash
        AND NOT EXISTS (SELECT 1 FROM case_event l WHERE l.case_id = NEW.id AND l.sequence > NEW.version)) THEN
    PERFORM gridhall_refuse('case_follows_chain');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER cases_follow_chain BEFORE UPDATE OF id, number, state, version, last_hash ON cases
  FOR EACH ROW EXECUTE FUNCTION gridhall_case_follows_chain();

CREATE FUNCTION gridhall_on_time_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.handled_on_time IS NOT NULL AND (NEW.handled_on_time IS NULL OR NEW.handled_on_time > OLD.handled_on_time) THEN
    PERFORM gridhall_refuse('on_time_stays');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER cases_on_time_stays BEFORE UPDATE OF handled_on_time ON cases
  FOR EACH ROW EXECUTE FUNCTION gridhall_on_time_stays();
CREATE TRIGGER cases_no_delete BEFORE DELETE ON cases FOR EACH ROW EXECUTE FUNCTION gridhall_append_only();
CREATE TRIGGER cases_no_truncate BEFORE TRUNCATE ON cases EXECUTE FUNCTION gridhall_append_only();

CREATE FUNCTION gridhall_case_event_check() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  c cases%ROWTYPE;
  t workflow_transition%ROWTYPE;
BEGIN
  IF EXISTS (SELECT 1 FROM case_event WHERE id = NEW.id) THEN
    PERFORM gridhall_refuse('exists');
  END IF;
  -- The row lock orders two steps on one case: the second sees the first one's version.
  SELECT * INTO c FROM cases WHERE id = NEW.case_id FOR UPDATE;
  IF NOT FOUND THEN
    PERFORM gridhall_refuse('no_case');
  END IF;
  IF c.version <> NEW.sequence - 1 OR c.last_hash <> NEW.previous_hash THEN
    PERFORM gridhall_refuse('version');
  END IF;
  IF c.state <> NEW.from_state THEN
    PERFORM gridhall_refuse('state');
  END IF;
  SELECT * INTO t FROM workflow_transition w WHERE w.from_state = NEW.from_state AND w.action = NEW.action
    AND w.role = NEW.role AND w.to_state = NEW.to_state;
  IF NOT FOUND THEN
    PERFORM gridhall_refuse('transition');
  END IF;
  IF t.needs_reason AND btrim(NEW.note) = '' THEN
    PERFORM gridhall_refuse('needs:reason');
  END IF;
  IF t.needs_photo AND length(NEW.photos) < 64 THEN
    PERFORM gridhall_refuse('needs:photo');
  END IF;
  IF t.needs_condition AND NOT EXISTS (SELECT 1 FROM filing_condition f WHERE f.id = NEW.condition_id
      AND f.edition = c.edition AND f.class_code = c.class_code) THEN
    PERFORM gridhall_refuse('needs:condition');
  END IF;
  IF t.needs_unit AND NOT EXISTS (SELECT 1 FROM unit u WHERE u.id = NEW.unit_id) THEN
    PERFORM gridhall_refuse('needs:unit');
  END IF;
  IF t.needs_person AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.person_id) THEN
    PERFORM gridhall_refuse('needs:person');
  END IF;
  IF t.needs_date AND (NEW.until_at IS NULL OR NEW.until_at <= NEW.at) THEN
    PERFORM gridhall_refuse('needs:date');
  END IF;
  IF t.at_most IS NOT NULL AND (SELECT count(*) FROM case_event e WHERE e.case_id = NEW.case_id
      AND e.action = NEW.action) >= t.at_most THEN
    PERFORM gridhall_refuse('at_most');
  END IF;
  IF t.only_after IS NOT NULL AND NOT EXISTS (SELECT 1 FROM case_event e WHERE e.case_id = NEW.case_id
      AND e.action = t.only_after) THEN
    PERFORM gridhall_refuse('only_after');
  END IF;
  IF t.never_after IS NOT NULL AND EXISTS (SELECT 1 FROM case_event e WHERE e.case_id = NEW.case_id
      AND e.action = t.never_after) THEN
    PERFORM gridhall_refuse('never_after');
  END IF;
  IF t.clock = 'before_deadline' AND (c.deadline_at IS NULL OR NEW.at > c.deadline_at)
      OR t.clock = 'overdue' AND c.handled_on_time IS NOT FALSE THEN
    PERFORM gridhall_refuse('clock');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER case_event_check BEFORE INSERT ON case_event FOR EACH ROW EXECUTE FUNCTION gridhall_case_event_check();

CREATE FUNCTION gridhall_case_event_moves_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE cases SET state = NEW.to_state, version = NEW.sequence, last_hash = NEW.hash,
    stage_since = CASE WHEN NEW.to_state = NEW.from_state THEN stage_since ELSE NEW.at END
    WHERE id = NEW.case_id;
  INSERT INTO change_log (topic, row_key) VALUES ('case', NEW.case_id::text);
  RETURN NULL;
END $$;
CREATE TRIGGER case_event_moves_case AFTER INSERT ON case_event
  FOR EACH ROW EXECUTE FUNCTION gridhall_case_event_moves_case();
CREATE TRIGGER case_event_no_change BEFORE UPDATE OR DELETE ON case_event
  FOR EACH ROW EXECUTE FUNCTION gridhall_append_only();
CREATE TRIGGER case_event_no_truncate BEFORE TRUNCATE ON case_event EXECUTE FUNCTION gridhall_append_only();

CREATE FUNCTION gridhall_case_media_check() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM case_event e WHERE e.id = NEW.event_id AND e.case_id = NEW.case_id
      AND strpos(e.photos, NEW.sha256) > 0) THEN
    PERFORM gridhall_refuse('media_of_event');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER case_media_check BEFORE INSERT ON case_media FOR EACH ROW EXECUTE FUNCTION gridhall_case_media_check();
CREATE TRIGGER case_media_no_change BEFORE UPDATE OR DELETE ON case_media
  FOR EACH ROW EXECUTE FUNCTION gridhall_append_only();
CREATE TRIGGER case_media_no_truncate BEFORE TRUNCATE ON case_media EXECUTE FUNCTION gridhall_append_only();
