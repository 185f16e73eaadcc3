#!/usr/bin/env bash
# Every paper of the example school in every format, read back with programs that are not ours.
#   papers_test.sh PROGRAM print   LibreOffice opens each .docx and prints it, pdftotext reads the print; so with --format pdf
#   papers_test.sh PROGRAM read    html-validate, axe and Chromium read each page, a parser of Markdown each text
set -euo pipefail
export LC_ALL=C.UTF-8  # without it words and file names in Cyrillic count for nothing
program=$(realpath "$1") part=$2
cd "$(dirname "$0")/.."

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
fault() {
  printf '%s\n' "$*" >&2
  exit 1
}

# What a paper is about, where the example has more than one such.
about() {
  case $1 in
    order-curator) echo 2025-61-od ;;
    order-roadmap | roadmap) echo 2025-2026 ;;
    order) echo 2026-11-od ;;
    order-pairs) echo 2025-83-od ;;
    order-payment) echo 2025-20-od ;;
    mentoring-certificate) echo p-482913 ;;
    order-end-pairs) echo 2026-39-od ;;
    order-release) echo 2026-22-od ;;
    regulation) ;;
    consent-helper) echo 2025-150794 p-421057 ;;
    consent-mentor | resignation | mentor-questionnaire | labour-addendum | cancellation-notice) echo p-264839 ;;
    consent-participation | survey | ending-statement) echo 2026-517369 p-264839 ;;
    consent-withdrawal) echo p-751602 pd_dissemination ;;
    event-attendance) echo 2026-05-26 ;;
    replacement) echo 2026-517369 p-451386 ;;
    consent-* | mentee-request | acquaintance) echo p-451386 ;;
    *) echo 2025-150794 ;;
  esac
}

# No order of the example decides this alone: `order` tells it.
among_others='order-regulation order-council order-change-pairs order-relieve'
mapfile -t names < <("$program" document --list | sed -n 's/^  \([a-z][a-z-]*\)  .*/\1/p' | grep -vxF "${among_others// /$'\n'}")
[[ ${#names[@]} -ge 32 ]] || fault "only ${#names[@]} papers are listed"

# make FORMAT EXTENSION: each paper once, under its own name.
make() {
  local name subject
  for name in "${names[@]}"; do
    mapfile -d ' ' -t subject < <(about "$name" | tr -d '\n')
    "$program" -C examples/school document "$name" "${subject[@]}" --format "$1" -o "$scratch/$1/$name.$2" --quiet ||
      fault "$name ${subject[*]} as $1: status $?"
  done
}

if [[ $part == read ]]; then
  make html html
  make markdown md
  cp "$scratch"/markdown/*.md "$scratch/html"
  node tests/node/report_pages_test.mjs "$scratch"/html/*.html
  node tests/node/paper_texts_test.mjs "$scratch/html"
  exit
fi

make docx docx
soffice -env:UserInstallation="file://$scratch/profile" --headless --convert-to pdf --outdir "$scratch/pdf" "$scratch"/docx/*.docx \
  >"$scratch/log" 2>&1 || fault "$(cat "$scratch/log")"
for name in "${names[@]}"; do
  pdftotext -layout "$scratch/pdf/$name.pdf" - | sed 's/\xc2\xa0/ /g; s/\xe2\x80\x91/-/g' >"$scratch/$name.text" ||
    fault "$name: LibreOffice did not print it"
  ! grep -Fn -e '{{' -e '}}' -e 'не указано' "$scratch/$name.text" || fault "$name: a placeholder or a mark is left"
  [[ $(wc -w <"$scratch/$name.text") -gt 30 ]] || fault "$name: hardly a word is left"
done

# holds PAPER TEXT: the print has it, whatever the line breaks.
holds() {
  tr -s ' \n' ' ' <"$scratch/$1.text" | grep -F -- "$2" >/dev/null || fault "$1 does not say: $2"
}
holds order 'ПРИКАЗ 27 февраля 2026 г. с. Большая Талица № 11-од'
holds order '1. Назначить наставником Баймухаметову Айгуль Маратовну, педагога-психолога, с 2 марта 2026 г.'
holds order 'Баймухаметова А. М. Шмидт Л. А.'
holds order 'Директор Л. А. Кравцова'
! grep -q Югай "$scratch/order.text" || fault "order names somebody of another order"
holds order-release 'Освободить Ефимову Полину Романовну, учителя начальных классов'
holds consent-participation 'от Баймухаметовой Айгули Маратовны, педагога-психолога'
holds consent-data 'ИНН 5499000018, ОГРН 1035499000019'
holds consent-publication 'https://talica-school.example.ru/nastavnichestvo'
holds program 'Открытый урок чтения в 24.04.2026 Ефимова П. Р.'
holds completion 'Программа завершена 27 мая 2026 г.'
holds labour-addendum 'ДОПОЛНИТЕЛЬНОЕ СОГЛАШЕНИЕ № 6'
holds cancellation-notice 'данное приказом от 27.02.2026 № 11-од (дополнительное соглашение от 27.02.2026 № 6 к трудовому договору)'
holds ending-statement 'прошу завершить персонализированную программу наставничества «Особый ребёнок в обычном классе»'
holds consent-withdrawal 'согласием от 23 сентября 2024 г.'
holds event-attendance 'Круглый стол лучших практик'
holds curator-check 'ЛИСТ ПРОВЕРКИ'
holds regulation 'осуществления наставничества в МБОУ «Большеталицкая СОШ» (далее – организация)'
holds regulation '24. В Положение могут быть внесены изменения'
holds roadmap 'от 01.09.2025 № 63-од'

# By our own --format pdf: whole groups, two runs at once, each with a LibreOffice of its own.
pairs=(--pairs 2025-150794 --pairs 2026-517369 --pairs 2025-603982)
as_pdf() { "$program" -C examples/school document --all "$@" --format pdf -o "$scratch/own" --quiet; }
as_pdf orders &
for group in consents labour programs requests forms; do
  as_pdf $group "${pairs[@]}" || fault "no PDF of $group: status $?"
done
wait $! || fault "no PDF of the orders: status $?"
as_pdf event-attendance || fault "no PDF of the events: status $?"
as_pdf school || fault "no PDF of the school: status $?"
for name in "${names[@]}"; do
  made=("$scratch/own/$name"*.pdf)
  [[ $(pdftotext "${made[0]}" - | wc -w) -gt 30 ]] || fault "$name: --format pdf printed hardly a word"
done
pdftotext "$scratch/own/program-2025-150794.pdf" - | grep 'Дорофеева Валентина Ильинична' >/dev/null || fault "--format pdf printed something else"

# Without LibreOffice: what is wanted and what to do, an exit status of its own, and nothing written.
status=0
PATH=/nowhere "$program" -C examples/school document program 2025-150794 -o "$scratch/none.pdf" 2>"$scratch/said" || status=$?
[[ $status == 4 && ! -e $scratch/none.pdf ]] || fault "without LibreOffice: status $status"
grep -q 'libreoffice-writer-nogui' "$scratch/said" || fault "without LibreOffice it says: $(<"$scratch/said")"
echo "${#names[@]} papers were printed and read"
