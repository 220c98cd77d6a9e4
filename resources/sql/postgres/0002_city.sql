-- SPDX-FileCopyrightText: GridHall contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The city's reference data: grids, components, units, people; the class dictionary; the calendar.
CREATE TABLE city_info (
  fid bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL,
  division_code text NOT NULL,
  crs text NOT NULL,
  time_zone text NOT NULL,
  geom geometry(MultiPolygon, 4490)
);

CREATE TABLE responsibility_grid (
  fid bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code text NOT NULL UNIQUE,
  name text NOT NULL,
  area_m2 double precision NOT NULL DEFAULT 0,
  geom geometry(MultiPolygon, 4490)
);
CREATE INDEX responsibility_grid_geom ON responsibility_grid USING gist (geom);


CREATE TABLE unit_grid (
  fid bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code text NOT NULL UNIQUE,
  name text NOT NULL DEFAULT '',
  street_name text NOT NULL DEFAULT '',
  community_name text NOT NULL DEFAULT '',
  responsibility_grid_code text,
  area_m2 double precision NOT NULL DEFAULT 0,
  geom geometry(MultiPolygon, 4490)
);
CREATE INDEX unit_grid_geom ON unit_grid USING gist (geom);
CREATE INDEX unit_grid_responsibility ON unit_grid (responsibility_grid_code);


CREATE TABLE unit (
  id uuid PRIMARY KEY,
  code text NOT NULL DEFAULT '',
  name text NOT NULL,
  short_name text NOT NULL DEFAULT '',
  kind text NOT NULL CHECK (kind IN ('handling_unit', 'street', 'center', 'competent_department')),
  phone text NOT NULL DEFAULT ''
);

CREATE TABLE person (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  number text NOT NULL DEFAULT '',
  unit_id uuid REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  responsibility_grid_code text,
  phone text NOT NULL DEFAULT ''
);

CREATE TABLE person_role (
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  role text NOT NULL,
  position integer NOT NULL DEFAULT 0,
  PRIMARY KEY (person_id, role)
);

CREATE TABLE component (
  fid bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code text NOT NULL UNIQUE,
  class_code text NOT NULL,
  name text NOT NULL,
  owner_unit_id uuid REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  maintainer_unit_id uuid REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  competent_unit_id uuid REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  unit_grid_code text,
  state text NOT NULL DEFAULT '完好',
  address text NOT NULL DEFAULT '',
  initial_date date,
  data_source text NOT NULL DEFAULT '',
  geom geometry(Point, 4490)
);
CREATE INDEX component_geom ON component USING gist (geom);
CREATE INDEX component_grid ON component (unit_grid_code);
CREATE INDEX component_class ON component (class_code);


CREATE TABLE case_class (
  edition text NOT NULL,
  code text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('component', 'event')),
  major_name text NOT NULL,
  name text NOT NULL,
  name_en text NOT NULL DEFAULT '',
  pinyin_initials text NOT NULL DEFAULT '',
  source text NOT NULL DEFAULT '',
  confidence text NOT NULL DEFAULT '',
  PRIMARY KEY (edition, code)
);

-- The limit hangs on the condition, not on the class. A case keeps the text and limit it was filed under.
CREATE TABLE filing_condition (
  id uuid PRIMARY KEY,
  edition text NOT NULL,
  class_code text NOT NULL,
  position integer NOT NULL DEFAULT 0,
  condition_text text NOT NULL,
  closing_condition text NOT NULL DEFAULT '',
  limit_value integer NOT NULL CHECK (limit_value >= 0),
  limit_unit text NOT NULL CHECK (limit_unit IN ('urgent_hour', 'working_hour', 'working_day')),
  handling_unit_name text NOT NULL DEFAULT '',
  competent_unit_name text NOT NULL DEFAULT '',
  source text NOT NULL DEFAULT '',
  FOREIGN KEY (edition, class_code) REFERENCES case_class (edition, code) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX filing_condition_class ON filing_condition (edition, class_code, position);

-- Local times of day of the hall.
CREATE TABLE calendar_period (
  starts_at text PRIMARY KEY,
  ends_at text NOT NULL CHECK (ends_at > starts_at)
);
INSERT INTO calendar_period VALUES ('08:00', '12:00'), ('14:00', '18:00');

CREATE TABLE calendar_day (
  day date PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('holiday', 'workday')),
  note text NOT NULL DEFAULT ''
);
