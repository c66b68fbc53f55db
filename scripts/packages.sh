# Sourced: which Debian packages are needed for what.
# shellcheck shell=bash disable=SC2034

# The command line: a C compiler, and the OpenSSL that the encrypted store is built against.
PACKAGES_CORE=(build-essential pkg-config libssl-dev)

# The window.
PACKAGES_WINDOW=(libwebkit2gtk-4.1-dev libgtk-3-dev librsvg2-dev file xdg-utils)

# Tests: a display and a keyring of their own, drivers for the window, for the system's dialogs and clipboard, a browser,
# other people's Python libraries to compare with, a mail server, a name server, and a typeface where there is none.
PACKAGES_TEST=(webkit2gtk-driver xvfb xauth dbus dbus-x11 gnome-keyring libsecret-tools xdotool xclip x11-utils
  imagemagick iproute2 dovecot-imapd dnsmasq-base fonts-dejavu-core python3 python3-venv git)
