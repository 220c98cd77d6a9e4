-- SPDX-FileCopyrightText: GridHall contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who moves through the city, where they were, and the cameras.
CREATE TABLE mover (
  fid bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id uuid NOT NULL UNIQUE,
  kind text NOT NULL CHECK (kind IN ('patroller', 'vehicle')),
  name text NOT NULL DEFAULT '',
  responsibility_grid_code text,
  fix_at timestamptz,
  speed_mps double precision,
  heading_deg double precision,
  accuracy_m double precision,
  activity text NOT NULL DEFAULT '',
  revision bigint NOT NULL DEFAULT 0,
  geom geometry(Point, 4490)
);
CREATE INDEX mover_geom ON mover USING gist (geom);
CREATE INDEX mover_revision ON mover (revision);


-- The revision is given by the database, so that whoever writes a fix is noticed by everybody.
CREATE SEQUENCE mover_revision_seq;
CREATE FUNCTION gridhall_mover_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.revision := nextval('mover_revision_seq');
  INSERT INTO change_log (topic, row_key) VALUES ('mover', NEW.id::text);
  RETURN NEW;
END $$;
CREATE TRIGGER mover_added BEFORE INSERT ON mover FOR EACH ROW EXECUTE FUNCTION gridhall_mover_changed();
CREATE TRIGGER mover_moved BEFORE UPDATE OF fix_at, geom, activity, name, responsibility_grid_code ON mover
  FOR EACH ROW EXECUTE FUNCTION gridhall_mover_changed();

-- Tracks. Append-only; read by mover and time.
CREATE TABLE fix (
  fid bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  mover_id uuid NOT NULL REFERENCES mover (id),
  at timestamptz NOT NULL,
  speed_mps double precision,
  heading_deg double precision,
  accuracy_m double precision,
  activity text NOT NULL DEFAULT '',
  geom geometry(Point, 4490) NOT NULL
);
CREATE INDEX fix_mover_at ON fix (mover_id, at);

CREATE TRIGGER fix_no_update BEFORE UPDATE ON fix FOR EACH ROW EXECUTE FUNCTION gridhall_append_only();

CREATE TABLE camera (
  fid bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id uuid NOT NULL UNIQUE,
  number integer NOT NULL UNIQUE,
  name text NOT NULL,
  direction_deg double precision NOT NULL DEFAULT 0,
  field_of_view_deg double precision NOT NULL DEFAULT 60,
  reach_m double precision NOT NULL DEFAULT 60,
  unit_grid_code text,
  geom geometry(Point, 4490)
);
CREATE INDEX camera_geom ON camera USING gist (geom);

