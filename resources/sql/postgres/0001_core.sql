-- SPDX-FileCopyrightText: GridHall contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The base: PostGIS, migrations, change notice, settings.
CREATE EXTENSION IF NOT EXISTS postgis;

CREATE TABLE schema_migration (
  number integer PRIMARY KEY,
  min_compatible integer NOT NULL,
  name text NOT NULL,
  applied_at timestamptz NOT NULL
);

-- What changed, for the change feeds of every process; filled by triggers, old rows fall out by themselves. The
-- notification carries topic and key; the rows are for a feed that was away.
CREATE TABLE change_log (
  revision bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  topic text NOT NULL,
  row_key text NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE FUNCTION gridhall_change_told() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('gridhall', NEW.topic || ':' || NEW.row_key);
  IF NEW.revision % 1024 = 0 THEN
    DELETE FROM change_log WHERE revision <= NEW.revision - 65536;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER change_told AFTER INSERT ON change_log FOR EACH ROW EXECUTE FUNCTION gridhall_change_told();

CREATE FUNCTION gridhall_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION USING MESSAGE = 'gridhall:append_only:' || TG_TABLE_NAME, ERRCODE = 'GH001';
END $$;

CREATE TABLE setting (
  name text PRIMARY KEY,
  value text NOT NULL
);
