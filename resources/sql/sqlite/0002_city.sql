-- SPDX-FileCopyrightText: GridHall contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The city's reference data: grids, components, units, people; the class dictionary; the calendar.
CREATE TABLE city_info (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  name TEXT NOT NULL,
  division_code TEXT NOT NULL,
  crs TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  geom MULTIPOLYGON
);
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('city_info', 'features', 'city_info', 'The city and its boundary', 4490);
INSERT INTO gpkg_geometry_columns (table_name, column_name, geometry_type_name, srs_id, z, m) VALUES
  ('city_info', 'geom', 'MULTIPOLYGON', 4490, 0, 0);

CREATE TABLE responsibility_grid (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  area_m2 DOUBLE NOT NULL DEFAULT 0,
  geom MULTIPOLYGON
);
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('responsibility_grid', 'features', 'responsibility_grid', 'Responsibility grids 责任网格', 4490);
INSERT INTO gpkg_geometry_columns (table_name, column_name, geometry_type_name, srs_id, z, m) VALUES
  ('responsibility_grid', 'geom', 'MULTIPOLYGON', 4490, 0, 0);

CREATE VIRTUAL TABLE rtree_responsibility_grid_geom USING rtree(id, minx, maxx, miny, maxy);
CREATE TRIGGER rtree_responsibility_grid_geom_insert AFTER INSERT ON responsibility_grid
  WHEN (NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  INSERT OR REPLACE INTO rtree_responsibility_grid_geom VALUES
    (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_responsibility_grid_geom_update1 AFTER UPDATE OF geom ON responsibility_grid
  WHEN OLD.fid = NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  INSERT OR REPLACE INTO rtree_responsibility_grid_geom VALUES
    (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_responsibility_grid_geom_update2 AFTER UPDATE OF geom ON responsibility_grid
  WHEN OLD.fid = NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_responsibility_grid_geom WHERE id = OLD.fid;
END;
CREATE TRIGGER rtree_responsibility_grid_geom_update3 AFTER UPDATE ON responsibility_grid
  WHEN OLD.fid != NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_responsibility_grid_geom WHERE id = OLD.fid;
  INSERT OR REPLACE INTO rtree_responsibility_grid_geom VALUES
    (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_responsibility_grid_geom_update4 AFTER UPDATE ON responsibility_grid
  WHEN OLD.fid != NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_responsibility_grid_geom WHERE id IN (OLD.fid, NEW.fid);
END;
CREATE TRIGGER rtree_responsibility_grid_geom_delete AFTER DELETE ON responsibility_grid
  WHEN OLD.geom NOT NULL
BEGIN
  DELETE FROM rtree_responsibility_grid_geom WHERE id = OLD.fid;
END;
INSERT INTO gpkg_extensions (table_name, column_name, extension_name, definition, scope) VALUES
  ('responsibility_grid', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only');

CREATE TABLE unit_grid (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL DEFAULT '',
  street_name TEXT NOT NULL DEFAULT '',
  community_name TEXT NOT NULL DEFAULT '',
  responsibility_grid_code TEXT,
  area_m2 DOUBLE NOT NULL DEFAULT 0,
  geom MULTIPOLYGON
);
CREATE INDEX unit_grid_responsibility ON unit_grid (responsibility_grid_code);
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('unit_grid', 'features', 'unit_grid', 'Unit grids 单元网格', 4490);
INSERT INTO gpkg_geometry_columns (table_name, column_name, geometry_type_name, srs_id, z, m) VALUES
  ('unit_grid', 'geom', 'MULTIPOLYGON', 4490, 0, 0);

CREATE VIRTUAL TABLE rtree_unit_grid_geom USING rtree(id, minx, maxx, miny, maxy);
CREATE TRIGGER rtree_unit_grid_geom_insert AFTER INSERT ON unit_grid
  WHEN (NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  INSERT OR REPLACE INTO rtree_unit_grid_geom VALUES
    (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_unit_grid_geom_update1 AFTER UPDATE OF geom ON unit_grid
  WHEN OLD.fid = NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  INSERT OR REPLACE INTO rtree_unit_grid_geom VALUES
    (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_unit_grid_geom_update2 AFTER UPDATE OF geom ON unit_grid
  WHEN OLD.fid = NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_unit_grid_geom WHERE id = OLD.fid;
END;
CREATE TRIGGER rtree_unit_grid_geom_update3 AFTER UPDATE ON unit_grid
  WHEN OLD.fid != NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_unit_grid_geom WHERE id = OLD.fid;
  INSERT OR REPLACE INTO rtree_unit_grid_geom VALUES
    (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_unit_grid_geom_update4 AFTER UPDATE ON unit_grid
  WHEN OLD.fid != NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_unit_grid_geom WHERE id IN (OLD.fid, NEW.fid);
END;
CREATE TRIGGER rtree_unit_grid_geom_delete AFTER DELETE ON unit_grid
  WHEN OLD.geom NOT NULL
BEGIN
  DELETE FROM rtree_unit_grid_geom WHERE id = OLD.fid;
END;
INSERT INTO gpkg_extensions (table_name, column_name, extension_name, definition, scope) VALUES
  ('unit_grid', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only');

CREATE TABLE unit (
  id TEXT PRIMARY KEY NOT NULL,
  code TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL,
  short_name TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL CHECK (kind IN ('handling_unit', 'street', 'center', 'competent_department')),
  phone TEXT NOT NULL DEFAULT ''
);

CREATE TABLE person (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  number TEXT NOT NULL DEFAULT '',
  unit_id TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  responsibility_grid_code TEXT,
  phone TEXT NOT NULL DEFAULT ''
);

CREATE TABLE person_role (
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  role TEXT NOT NULL,
  position INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (person_id, role)
) WITHOUT ROWID;

CREATE TABLE component (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  code TEXT NOT NULL UNIQUE,
  class_code TEXT NOT NULL,
  name TEXT NOT NULL,
  owner_unit_id TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  maintainer_unit_id TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  competent_unit_id TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  unit_grid_code TEXT,
  state TEXT NOT NULL DEFAULT '完好',
  address TEXT NOT NULL DEFAULT '',
  initial_date DATE,
  data_source TEXT NOT NULL DEFAULT '',
  geom POINT
);
CREATE INDEX component_grid ON component (unit_grid_code);
CREATE INDEX component_class ON component (class_code);
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('component', 'features', 'component', 'Components 部件', 4490);
INSERT INTO gpkg_geometry_columns (table_name, column_name, geometry_type_name, srs_id, z, m) VALUES
  ('component', 'geom', 'POINT', 4490, 0, 0);

CREATE VIRTUAL TABLE rtree_component_geom USING rtree(id, minx, maxx, miny, maxy);
CREATE TRIGGER rtree_component_geom_insert AFTER INSERT ON component
  WHEN (NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  INSERT OR REPLACE INTO rtree_component_geom VALUES
    (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_component_geom_update1 AFTER UPDATE OF geom ON component
  WHEN OLD.fid = NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  INSERT OR REPLACE INTO rtree_component_geom VALUES
    (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_component_geom_update2 AFTER UPDATE OF geom ON component
  WHEN OLD.fid = NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_component_geom WHERE id = OLD.fid;
END;
CREATE TRIGGER rtree_component_geom_update3 AFTER UPDATE ON component
  WHEN OLD.fid != NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_component_geom WHERE id = OLD.fid;
  INSERT OR REPLACE INTO rtree_component_geom VALUES
    (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_component_geom_update4 AFTER UPDATE ON component
  WHEN OLD.fid != NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_component_geom WHERE id IN (OLD.fid, NEW.fid);
END;
CREATE TRIGGER rtree_component_geom_delete AFTER DELETE ON component
  WHEN OLD.geom NOT NULL
BEGIN
  DELETE FROM rtree_component_geom WHERE id = OLD.fid;
END;
INSERT INTO gpkg_extensions (table_name, column_name, extension_name, definition, scope) VALUES
  ('component', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only');

CREATE TABLE case_class (
  edition TEXT NOT NULL,
  code TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('component', 'event')),
  major_name TEXT NOT NULL,
  name TEXT NOT NULL,
  name_en TEXT NOT NULL DEFAULT '',
  pinyin_initials TEXT NOT NULL DEFAULT '',
  source TEXT NOT NULL DEFAULT '',
  confidence TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (edition, code)
) WITHOUT ROWID;

-- The limit hangs on the condition, not on the class. A case keeps the text and limit it was filed under.
CREATE TABLE filing_condition (
  id TEXT PRIMARY KEY NOT NULL,
  edition TEXT NOT NULL,
  class_code TEXT NOT NULL,
  position INTEGER NOT NULL DEFAULT 0,
  condition_text TEXT NOT NULL,
  closing_condition TEXT NOT NULL DEFAULT '',
  limit_value INTEGER NOT NULL CHECK (limit_value >= 0),
  limit_unit TEXT NOT NULL CHECK (limit_unit IN ('urgent_hour', 'working_hour', 'working_day')),
  handling_unit_name TEXT NOT NULL DEFAULT '',
  competent_unit_name TEXT NOT NULL DEFAULT '',
  source TEXT NOT NULL DEFAULT '',
  FOREIGN KEY (edition, class_code) REFERENCES case_class (edition, code) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX filing_condition_class ON filing_condition (edition, class_code, position);

-- Local times of day of the hall.
CREATE TABLE calendar_period (
  starts_at TEXT PRIMARY KEY NOT NULL,
  ends_at TEXT NOT NULL CHECK (ends_at > starts_at)
);
INSERT INTO calendar_period VALUES ('08:00', '12:00'), ('14:00', '18:00');

CREATE TABLE calendar_day (
  day DATE PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('holiday', 'workday')),
  note TEXT NOT NULL DEFAULT ''
);
