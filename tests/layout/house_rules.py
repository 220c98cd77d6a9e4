# SPDX-FileCopyrightText: GridHall contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The house rules that a script can see: floors, includes, SQL, licence lines, names, translations.

usage: house_rules.py SOURCE_DIR     prints every breach; exit code 1 when there is one
"""
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

TOP_LEVEL = {
    "CMakeLists.txt", "CMakePresets.json", "app", "modules", "resources", "maps", "translations",
    "tests", "packaging", "README.md", "README.zh_CN.md", "LICENSE", "docs", "build", "out",
}
FACES = {"look", "mapview", "desk", "wall", "supervision"}
MAX_LINES = 500
BANNED_NAME = re.compile(r"(Manager|Helper|Utils?|Data2)$")
SQL_WORDS = re.compile(r"\b(QSqlQuery|QSqlDatabase|QSqlDriver)\b")
SQL_TEXT = re.compile(r'"\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE TABLE)\s', re.IGNORECASE)
WIDGET_INCLUDE = re.compile(r"#include <(QWidget|QApplication|QLabel|QDialog|QMainWindow|QPushButton)>")
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX)\b")


def floors(root):
    """room -> (floor, rooms it depends on), as the rooms' CMake files say."""
    found = {}
    for cmake in sorted(root.glob("modules/*/CMakeLists.txt")):
        text = cmake.read_text(encoding="utf-8")
        call = re.search(r"gridhall_add_module\(\s*(\w+)(.*?)\n?\)\s*(\n|$)", text, re.DOTALL)
        if not call:
            continue
        words = call.group(2).split()
        floor, depends, part = None, [], ""
        for word in words:
            if word.isupper() and not word[0].isdigit():
                part = word
            elif part == "FLOOR":
                floor = int(word)
            elif part == "DEPENDS":
                depends.append(word)
        found[call.group(1)] = (floor, depends)
    return found


def sources(root, *folders):
    for folder in folders:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in {".h", ".cpp"} and path.is_file():
                yield path


def check_top_level(root):
    for path in sorted(root.iterdir()):
        if path.name not in TOP_LEVEL and not path.name.startswith("."):
            yield f"{path.name}: not a part of the house's top level"


def check_floors(root):
    plan = floors(root)
    for room, (floor, depends) in plan.items():
        for lower in depends:
            if lower not in plan:
                yield f"modules/{room}: depends on {lower}, which is no room"
            elif plan[lower][0] >= floor:
                yield f"modules/{room} (floor {floor}): depends on {lower} (floor {plan[lower][0]})"
    for path in sources(root, "modules"):
        room = path.relative_to(root / "modules").parts[0]
        if room not in plan:
            continue
        for line_number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            include = re.match(r"\s*#include [<\"](\w+)/", line)
            if include and include.group(1) in plan and include.group(1) != room:
                lower = include.group(1)
                if plan[lower][0] >= plan[room][0]:
                    yield f"{path.relative_to(root)}:{line_number}: {room} may not include {lower}"
                elif lower not in plan[room][1]:
                    yield f"{path.relative_to(root)}:{line_number}: {room} does not declare {lower}"


def check_sources(root):
    for path in sources(root, "modules", "app", "tests"):
        name = path.relative_to(root)
        text = path.read_text(encoding="utf-8")
        lines = text.splitlines()
        if "SPDX-License-Identifier: GPL-3.0-or-later" not in "\n".join(lines[:3]):
            yield f"{name}: no SPDX lines"
        if path.suffix == ".h" and "#pragma once" not in text:
            yield f"{name}: no #pragma once"
        if len(lines) > MAX_LINES:
            yield f"{name}: {len(lines)} lines, more than {MAX_LINES}"
        if path.name != path.name.lower():
            yield f"{name}: file names are lowercase"
        part = name.parts
        room = part[1] if part[0] == "modules" and len(part) > 2 else ""
        for line_number, line in enumerate(lines, 1):
            where = f"{name}:{line_number}"
            if re.search(r"#include [<\"]qgs", line) and room != "mapd" and "tests/bench" not in str(name):
                yield f"{where}: QGIS headers only in modules/mapd"
            if part[0] != "tests" and room != "store" and SQL_WORDS.search(line):
                yield f"{where}: QtSql only in modules/store"
            if (part[0] == "app" or room in FACES) and SQL_TEXT.search(line):
                yield f"{where}: SQL outside a repository"
            if room and room not in FACES and WIDGET_INCLUDE.search(line):
                yield f"{where}: a widget in a logic room"
            if UNFINISHED.search(line):
                yield f"{where}: unfinished work"
            declared = re.match(r"\s*(?:class|struct|enum class)\s+(\w+)", line)
            if declared and BANNED_NAME.search(declared.group(1)):
                yield f"{where}: {declared.group(1)} does not say what the thing is"
            if "/../" in line and "#include" in line:
                yield f"{where}: the include line names the room"


def check_rooms(root):
    for room in floors(root):
        readme = root / "modules" / room / "README.md"
        if not readme.exists():
            yield f"modules/{room}: no README.md"
        elif len(readme.read_text(encoding="utf-8").splitlines()) > 40:
            yield f"modules/{room}/README.md: more than 40 lines"


def check_dialects(root):
    numbers = {}
    for dialect in ("sqlite", "postgres"):
        numbers[dialect] = {p.name[:4] for p in (root / "resources/sql" / dialect).glob("*.sql")}
    for number in sorted(numbers["sqlite"] ^ numbers["postgres"]):
        yield f"resources/sql: migration {number} exists in one dialect only"


def check_translations(root):
    rooms_with_words = set()
    for path in sources(root, "modules", "app"):
        part = path.relative_to(root).parts
        if re.search(r"\btr\(\"|translate\(\s*\"", path.read_text(encoding="utf-8")):
            rooms_with_words.add(part[1])
    for room in sorted(rooms_with_words):
        if room == "mapd" or room == "gridhall-mapd":
            continue  # the worker answers in English; the client translates what it shows
        ts = root / "translations" / f"{room}_zh_CN.ts"
        if not ts.exists():
            yield f"translations/{ts.name}: missing, but {room} shows words"
            continue
        for message in ElementTree.parse(ts).getroot().iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") == "unfinished":
                yield f"translations/{ts.name}: unfinished: {message.findtext('source')}"


def check_package_list(root):
    packages = []
    for line in (root / "packaging/dependencies/debian-12.txt").read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        words = line.split(None, 2)
        if len(words) < 3 or words[1] not in {"main", "backports"}:
            yield f"packaging/dependencies/debian-12.txt: not 'package suite what-for': {line}"
        packages.append(words[0])
    for package in sorted({p for p in packages if packages.count(p) > 1}):
        yield f"packaging/dependencies/debian-12.txt: {package} stands twice"


CHECKS = [check_top_level, check_floors, check_sources, check_rooms, check_dialects, check_translations,
          check_package_list]


def breaches(root):
    for check in CHECKS:
        yield from check(root)


def main():
    found = list(breaches(pathlib.Path(sys.argv[1]).resolve()))
    for breach in found:
        print(breach)
    print(f"{len(found)} breaches of the house rules")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
