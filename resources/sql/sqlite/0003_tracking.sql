-- SPDX-FileCopyrightText: GridHall contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who moves through the city, where they were, and the cameras.
CREATE TABLE mover (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('patroller', 'vehicle')),
  name TEXT NOT NULL DEFAULT '',
  responsibility_grid_code TEXT,
  fix_at DATETIME,
  speed_mps DOUBLE,
  heading_deg DOUBLE,
  accuracy_m DOUBLE,
  activity TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 0,
  geom POINT
);
CREATE INDEX mover_revision ON mover (revision);
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('mover', 'features', 'mover', 'Patrollers and vehicles with their latest fix', 4490);
INSERT INTO gpkg_geometry_columns (table_name, column_name, geometry_type_name, srs_id, z, m) VALUES
  ('mover', 'geom', 'POINT', 4490, 0, 0);

CREATE VIRTUAL TABLE rtree_mover_geom USING rtree(id, minx, maxx, miny, maxy);
CREATE TRIGGER rtree_mover_geom_insert AFTER INSERT ON mover
  WHEN (NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  INSERT OR REPLACE INTO rtree_mover_geom VALUES
    (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_mover_geom_update1 AFTER UPDATE OF geom ON mover
  WHEN OLD.fid = NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  INSERT OR REPLACE INTO rtree_mover_geom VALUES
    (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_mover_geom_update2 AFTER UPDATE OF geom ON mover
  WHEN OLD.fid = NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_mover_geom WHERE id = OLD.fid;
END;
CREATE TRIGGER rtree_mover_geom_update3 AFTER UPDATE ON mover
  WHEN OLD.fid != NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_mover_geom WHERE id = OLD.fid;
  INSERT OR REPLACE INTO rtree_mover_geom VALUES
    (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_mover_geom_update4 AFTER UPDATE ON mover
  WHEN OLD.fid != NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_mover_geom WHERE id IN (OLD.fid, NEW.fid);
END;
CREATE TRIGGER rtree_mover_geom_delete AFTER DELETE ON mover
  WHEN OLD.geom NOT NULL
BEGIN
  DELETE FROM rtree_mover_geom WHERE id = OLD.fid;
END;
INSERT INTO gpkg_extensions (table_name, column_name, extension_name, definition, scope) VALUES
  ('mover', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only');

-- The revision is given by the database, so that whoever writes a fix is noticed by everybody.
CREATE TRIGGER mover_added AFTER INSERT ON mover
BEGIN
  INSERT INTO change_log (topic, row_key) VALUES ('mover', NEW.id);
  UPDATE mover SET revision = (SELECT max(revision) FROM change_log) WHERE fid = NEW.fid;
END;
CREATE TRIGGER mover_moved AFTER UPDATE OF fix_at, geom, activity, name, responsibility_grid_code ON mover
BEGIN
  INSERT INTO change_log (topic, row_key) VALUES ('mover', NEW.id);
  UPDATE mover SET revision = (SELECT max(revision) FROM change_log) WHERE fid = NEW.fid;
END;

-- Tracks. Append-only; no R*Tree, because they are read by mover and time and written most of all.
CREATE TABLE fix (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  mover_id TEXT NOT NULL REFERENCES mover (id),
  at DATETIME NOT NULL,
  speed_mps DOUBLE,
  heading_deg DOUBLE,
  accuracy_m DOUBLE,
  activity TEXT NOT NULL DEFAULT '',
  geom POINT NOT NULL
);
CREATE INDEX fix_mover_at ON fix (mover_id, at);
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('fix', 'features', 'fix', 'Position reports', 4490);
INSERT INTO gpkg_geometry_columns (table_name, column_name, geometry_type_name, srs_id, z, m) VALUES
  ('fix', 'geom', 'POINT', 4490, 0, 0);

CREATE TRIGGER fix_no_update BEFORE UPDATE ON fix
BEGIN
  SELECT RAISE(ABORT, 'gridhall:append_only:fix');
END;

CREATE TABLE camera (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  id TEXT NOT NULL UNIQUE,
  number INTEGER NOT NULL UNIQUE,
  name TEXT NOT NULL,
  direction_deg DOUBLE NOT NULL DEFAULT 0,
  field_of_view_deg DOUBLE NOT NULL DEFAULT 60,
  reach_m DOUBLE NOT NULL DEFAULT 60,
  unit_grid_code TEXT,
  geom POINT
);
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('camera', 'features', 'camera', 'Cameras 探头', 4490);
INSERT INTO gpkg_geometry_columns (table_name, column_name, geometry_type_name, srs_id, z, m) VALUES
  ('camera', 'geom', 'POINT', 4490, 0, 0);

CREATE VIRTUAL TABLE rtree_camera_geom USING rtree(id, minx, maxx, miny, maxy);
CREATE TRIGGER rtree_camera_geom_insert AFTER INSERT ON camera
  WHEN (NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  INSERT OR REPLACE INTO rtree_camera_geom VALUES
    (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_camera_geom_update1 AFTER UPDATE OF geom ON camera
  WHEN OLD.fid = NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  INSERT OR REPLACE INTO rtree_camera_geom VALUES
    (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_camera_geom_update2 AFTER UPDATE OF geom ON camera
  WHEN OLD.fid = NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_camera_geom WHERE id = OLD.fid;
END;
CREATE TRIGGER rtree_camera_geom_update3 AFTER UPDATE ON camera
  WHEN OLD.fid != NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_camera_geom WHERE id = OLD.fid;
  INSERT OR REPLACE INTO rtree_camera_geom VALUES
    (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_camera_geom_update4 AFTER UPDATE ON camera
  WHEN OLD.fid != NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_camera_geom WHERE id IN (OLD.fid, NEW.fid);
END;
CREATE TRIGGER rtree_camera_geom_delete AFTER DELETE ON camera
  WHEN OLD.geom NOT NULL
BEGIN
  DELETE FROM rtree_camera_geom WHERE id = OLD.fid;
END;
INSERT INTO gpkg_extensions (table_name, column_name, extension_name, definition, scope) VALUES
  ('camera', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only');
