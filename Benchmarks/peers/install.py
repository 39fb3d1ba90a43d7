"""Installs the peers below Benchmarks/.build, and says which could not be installed and why.

The Python peers come from PyPI into a virtual environment. simmer comes from apt-get where the
distribution has it (Debian 12 and 13 and Ubuntu 24.04 have not), and else is built from CRAN.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

VERSIONS = {"simpy": "4.1.2", "salabim": "26.0.9", "ciw": "3.2.7"}
BUILD = Path(__file__).resolve().parent.parent / ".build" / "peers"
R_LIBRARY = BUILD / "R"
R_PACKAGES = "r-base-core r-cran-rcpp r-cran-magrittr r-cran-codetools build-essential".split()


def base_python():
    """The interpreter of the Python peers: PYTHON, or the system's.

    Distributions build CPython with profile-guided optimisation. One built without, as version
    managers do by default, is no fair base: the models of SimPy take 20 to 40 % more time on it.
    """
    named = os.environ.get("PYTHON")
    if named:
        return shutil.which(named) or sys.exit(f"PYTHON: there is no {named}")
    return shutil.which("python3", path="/usr/bin") or sys.executable


def python_peers(engines):
    """Returns their interpreter, the version of each or nothing, and why nothing."""
    base = base_python()
    folder = BUILD / ("python" + base.replace("/", "-"))
    python = str(folder / "bin" / "python")
    complaint = None
    if output([python, "-m", "pip", "--version"]) is None:
        complaint = failure([base, "-m", "venv", "--clear", str(folder)])
    versions, missing = {}, {}
    for engine in engines:
        if not complaint and version(python, engine) != VERSIONS[engine]:
            wanted = f"{engine}=={VERSIONS[engine]}"
            missing[engine] = failure([python, "-m", "pip", "install", "--quiet", wanted])
        versions[engine] = version(python, engine)
        missing[engine] = missing.get(engine) or complaint
    return python, versions, missing


def description(python):
    """The version of the interpreter and where it is from."""
    code = "import sys; print('CPython', sys.version.split()[0], 'of', sys.base_prefix)"
    return output([python, "-c", code]) or "no Python"


def version(python, engine):
    """The version of an engine that this interpreter can import, or nothing."""
    code = f"import {engine}, importlib.metadata as m; print(m.version('{engine}'))"
    return output([python, "-c", code])


def simmer():
    """Returns the version of simmer or nothing, and why nothing."""
    R_LIBRARY.mkdir(parents=True, exist_ok=True)
    os.environ["R_LIBS"] = str(R_LIBRARY)
    asked = ["Rscript", "-e", "cat(as.character(packageVersion('simmer')))"]
    complaints = []
    if not output(asked):
        complaints.append(apt_get("r-cran-simmer"))
    if not output(asked):
        if not shutil.which("Rscript"):
            complaints.append(apt_get(*R_PACKAGES))
        # R's installer warns where it fails, and ends well.
        build = f"options(warn = 2); install.packages('simmer', '{R_LIBRARY}', '{cran()}')"
        if failure(["Rscript", "-e", build]):
            complaints.append(f"R could not install it from {cran()}")
    return output(asked), "; ".join(filter(None, complaints))


def apt_get(*packages):
    root = [] if os.getuid() == 0 else ["sudo"]
    return failure([*root, "apt-get", "install", "-y", "--no-install-recommends", *packages])


def cran():
    return os.environ.get("CRAN", "https://cloud.r-project.org")


def output(command):
    """What a command prints, or nothing when it fails."""
    try:
        done = subprocess.run(command, capture_output=True, text=True)
    except OSError:
        return None
    return done.stdout.strip() if done.returncode == 0 else None


def failure(command):
    """The last line of what a command complains of, or nothing when it succeeds."""
    try:
        done = subprocess.run(command, capture_output=True, text=True)
    except OSError as error:
        return str(error)
    lines = (done.stderr or done.stdout).strip().splitlines() or ["it failed"]
    return None if done.returncode == 0 else f"{Path(command[0]).name}: {lines[-1]}"
