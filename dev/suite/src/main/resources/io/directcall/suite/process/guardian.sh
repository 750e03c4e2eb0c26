# $1: the mark, VARIABLE=VALUE. Ends all processes that carry it when standard input closes without the word "stopped" before.
read -r word
[ "$word" = stopped ] && exit 0

marked() {
  for environment in $(grep -lzxF -e "$1" /proc/[0-9]*/environ 2>/dev/null); do
    pid=${environment#/proc/}
    echo "${pid%/environ}"
  done
}

for pid in $(marked "$1"); do kill -TERM "$pid"; done
tries=0
while [ -n "$(marked "$1")" ] && [ "$tries" -lt 40 ]; do
  sleep 0.25
  tries=$((tries + 1))
done
for pid in $(marked "$1"); do kill -KILL "$pid"; done
