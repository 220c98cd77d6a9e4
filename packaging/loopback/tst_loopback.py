# SPDX-FileCopyrightText: GridHall contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: tst_loopback.py LIBRARY     a program that listens everywhere listens on 127.0.0.1 only"""
import os
import subprocess
import sys

PROGRAM = """
import socket
v4 = socket.socket(socket.AF_INET)
v4.bind(("0.0.0.0", 0))
v4.listen()
assert v4.getsockname()[0] == "127.0.0.1", v4.getsockname()
v6 = socket.socket(socket.AF_INET6)
v6.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
v6.bind(("::", 0))
v6.listen()
assert v6.getsockname()[0] == "::ffff:127.0.0.1", v6.getsockname()
for server in (v4, v6):
    socket.create_connection(("127.0.0.1", server.getsockname()[1]), 5).close()
local = socket.socket(socket.AF_UNIX)
local.bind("\\0gridhall-loopback-test")
"""

sys.exit(subprocess.run([sys.executable, "-c", PROGRAM],
                        env={**os.environ, "LD_PRELOAD": sys.argv[1]}).returncode)
