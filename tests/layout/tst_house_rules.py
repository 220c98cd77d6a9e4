# SPDX-FileCopyrightText: GridHall contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves that house_rules.py bites: a small house is broken in one way after another."""
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import house_rules  # noqa: E402

SPDX = "// SPDX-FileCopyrightText: GridHall contributors\n// SPDX-License-Identifier: GPL-3.0-or-later\n"


class HouseRules(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.root = pathlib.Path(self.folder.name)
        for name in ("low", "high"):
            (self.root / "modules" / name).mkdir(parents=True)
            (self.root / "modules" / name / "README.md").write_text("# room\n")
        for dialect in ("sqlite", "postgres"):
            (self.root / "resources/sql" / dialect).mkdir(parents=True)
            (self.root / "resources/sql" / dialect / "0001_x.sql").write_text("-- x\n")
        (self.root / "translations").mkdir()
        (self.root / "packaging/dependencies").mkdir(parents=True)
        self.write("packaging/dependencies/debian-12.txt", "g++ main compiler\n")
        self.write("modules/low/CMakeLists.txt", "gridhall_add_module(low FLOOR 0 SOURCES a.h)\n")
        self.write("modules/high/CMakeLists.txt",
                   "gridhall_add_module(high FLOOR 1\n  DEPENDS low\n  SOURCES b.h)\n")
        self.write("modules/low/a.h", SPDX + "#pragma once\n")
        self.write("modules/high/b.h", SPDX + "#pragma once\n#include <low/a.h>\n")

    def tearDown(self):
        self.folder.cleanup()

    def write(self, name, text):
        (self.root / name).write_text(text, encoding="utf-8")

    def found(self):
        return "\n".join(house_rules.breaches(self.root))

    def test_a_good_house_passes(self):
        self.assertEqual(self.found(), "")

    def test_an_include_that_climbs(self):
        self.write("modules/low/a.h", SPDX + "#pragma once\n#include <high/b.h>\n")
        self.assertIn("low may not include high", self.found())

    def test_a_dependency_that_climbs(self):
        self.write("modules/low/CMakeLists.txt",
                   "gridhall_add_module(low FLOOR 0\n  DEPENDS high\n  SOURCES a.h)\n")
        self.assertIn("low (floor 0): depends on high (floor 1)", self.found())

    def test_an_undeclared_room(self):
        self.write("modules/high/CMakeLists.txt", "gridhall_add_module(high FLOOR 1 SOURCES b.h)\n")
        self.assertIn("high does not declare low", self.found())

    def test_lines_in_a_file(self):
        for text, breach in [
            ("#pragma once\n", "no SPDX lines"),
            (SPDX, "no #pragma once"),
            (SPDX + "#pragma once\n#include <qgsproject.h>\n", "QGIS headers only in modules/mapd"),
            (SPDX + "#pragma once\nQSqlQuery q;\n", "QtSql only in modules/store"),
            (SPDX + "#pragma once\n#include <QWidget>\n", "a widget in a logic room"),
            (SPDX + "#pragma once\nclass TileManager\n", "does not say what the thing is"),
            (SPDX + "#pragma once\n" + "\n" * 500, "more than 500"),
            (SPDX + "#pragma once\n// TO" + "DO later\n", "unfinished work"),
        ]:
            with self.subTest(breach=breach):
                self.write("modules/low/a.h", text)
                self.assertIn(breach, self.found())

    def test_a_migration_in_one_dialect(self):
        self.write("resources/sql/sqlite/0002_y.sql", "-- y\n")
        self.assertIn("migration 0002 exists in one dialect only", self.found())

    def test_words_without_translation(self):
        self.write("modules/low/a.cpp", SPDX + 'auto s = tr("Hello");\n')
        self.assertIn("low_zh_CN.ts: missing", self.found())
        self.write("translations/low_zh_CN.ts",
                   '<TS><context><message><source>Hello</source>'
                   '<translation type="unfinished"></translation></message></context></TS>')
        self.assertIn("unfinished: Hello", self.found())

    def test_a_stranger_at_the_top(self):
        (self.root / "scripts").mkdir()
        self.assertIn("scripts: not a part", self.found())


if __name__ == "__main__":
    unittest.main()
