# Sourced by the scripts of the project: runs long steps with their time shown and their output in a log file.
# shellcheck shell=bash

die() { echo "$*" >&2; exit 1; }

# The group of the step that runs now: ended with us, whatever ends us.
step_group=
end_step() { if [ -n "$step_group" ]; then kill -TERM -- "-$step_group" 2>/dev/null || true; step_group=; fi; }
trap end_step EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# step NAME LOG COMMAND...  Shows NAME and the seconds so far; on failure the end of the log and where it is, and returns its exit code.
step() {
  local name=$1 log=$2 begin=$SECONDS code=0 shown=-1; shift 2
  mkdir -p "$(dirname "$log")"
  # A session of its own, so that all it starts can be ended together.
  setsid "$@" >"$log" 2>&1 </dev/null &
  step_group=$!
  while kill -0 "$step_group" 2>/dev/null; do
    if [ -t 1 ] && [ $((SECONDS - begin)) -ne "$shown" ]; then
      shown=$((SECONDS - begin))
      printf '\r  %-26s %4d s  %-40.40s' "$name" "$shown" "$(now_building "$log")"
    fi
    sleep 0.2
  done
  wait "$step_group" || code=$?
  step_group=
  [ -t 1 ] && printf '\r%-80s\r' ''
  if [ "$code" -ne 0 ]; then
    printf '  %-26s failed after %d s\n\n' "$name" $((SECONDS - begin))
    last_words "$log" | sed 's/^/  | /'
    printf '\nAll of it: %s\n' "$log"
    return "$code"
  fi
  printf '  %-26s %4d s\n' "$name" $((SECONDS - begin))
}

# Maven's "Building Session service 0.1.0 [9/14]" as "9/14 Session service".
now_building() { sed -n 's/^\[INFO\] Building \(.*\) [^ ]* *\[\([0-9/]*\)\]$/\2 \1/p' "$1" 2>/dev/null | tail -1; }

# Maven names the errors first and then says much that helps nobody.
last_words() {
  if grep -q '^\[ERROR\]' "$1"; then grep '^\[ERROR\]' "$1" | grep -v -e '-> \[Help' -e '^\[ERROR\] *$' | head -15; else tail -15 "$1"; fi
}
