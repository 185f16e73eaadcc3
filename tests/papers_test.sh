#!/usr/bin/env bash
# Reads every paper of the example school back with programs that are not ours:  papers_test.sh PROGRAM
# LibreOffice opens each .docx and prints it, pdftotext reads the print.
set -euo pipefail
export LC_ALL=C.UTF-8  # without it words and file names in Cyrillic count for nothing
program=$(realpath "$1")
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
    order-pairs | order-change-pairs) echo 2026-11-od ;;
    order-end-pairs) echo 2026-39-od ;;
    order-release) echo 2026-22-od ;;
    order-relieve) echo 2024-131-od ;;
    order-regulation | order-council | regulation) ;;
    consent-helper) echo 2025-150794 p-421057 ;;
    consent-mentor | resignation | mentor-questionnaire) echo p-264839 ;;
    consent-participation | survey) echo 2026-517369 p-264839 ;;
    replacement) echo 2026-517369 p-451386 ;;
    consent-* | mentee-request | acquaintance) echo p-451386 ;;
    *) echo 2025-150794 ;;
  esac
}

mapfile -t names < <("$program" document --list | sed -n 's/^  \([a-z][a-z-]*\)  .*/\1/p')
[[ ${#names[@]} -ge 27 ]] || fault "only ${#names[@]} papers are listed"
for name in "${names[@]}"; do
  mapfile -d ' ' -t subject < <(about "$name" | tr -d '\n')
  "$program" -C examples/school document "$name" "${subject[@]}" -o "$scratch/docx/$name.docx" --quiet ||
    fault "$name ${subject[*]}: status $?"
done

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
  tr -s ' \n' ' ' <"$scratch/$1.text" | grep -Fq -- "$2" || fault "$1 does not say: $2"
}
holds order-pairs 'ПРИКАЗ 27 февраля 2026 г. с. Большая Талица № 11-од'
holds order-pairs '1. Назначить наставником Баймухаметову Айгуль Маратовну, педагога-психолога, с 2 марта 2026 г.'
holds order-pairs 'Баймухаметова А. М. Шмидт Л. А.'
holds order-pairs 'Директор Л. А. Кравцова'
! grep -q Югай "$scratch/order-pairs.text" || fault "order-pairs names somebody of another order"
holds order-release 'Освободить Ефимову Полину Романовну, учителя начальных классов'
holds consent-participation 'от Баймухаметовой Айгули Маратовны, педагога-психолога'
holds consent-data 'ИНН 5499000018, ОГРН 1035499000019'
holds consent-publication 'https://talica-school.example.ru/nastavnichestvo'
holds program 'Открытый урок чтения в соседней школе 24.04.2026 Ефимова П. Р.'
holds completion 'Программа завершена 27 мая 2026 г.'
holds regulation 'осуществления наставничества в МБОУ «Большеталицкая СОШ» (далее – организация)'
holds regulation '24. В Положение могут быть внесены изменения'
holds roadmap 'от 01.09.2025 № 63-од'

"$program" -C examples/school document program 2025-150794 -o "$scratch/program.pdf" --quiet
pdftotext "$scratch/program.pdf" - | grep -q 'Дорофеева Валентина Ильинична' || fault "document --format pdf printed something else"
echo "${#names[@]} papers were printed and read"
