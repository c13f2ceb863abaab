#!/usr/bin/env bash
# One step of a scheduled scan, as CodeBuild runs it: makes the plan, reads one account of it, or merges what was read and judges it.
# Whatever a step has written is whole or not there, and a step that is run again writes the same objects.
set -euo pipefail
# Options come as words in one variable; none of them is a pattern.
set -f

run="s3://$MLSEC_BUCKET/runs/$MLSEC_RUN"

aws s3 cp --only-show-errors "$MLSEC_PACKAGE" mlsec.tgz
npm install --global --silent ./mlsec.tgz

case "$MLSEC_STEP" in
  plan)
    # shellcheck disable=SC2086
    mlsec plan $MLSEC_PLAN_OPTIONS --output plan.json --items items.json
    aws s3 cp --only-show-errors plan.json "$run/plan.json"
    # Last, for it is what the next step looks for.
    aws s3 cp --only-show-errors items.json "$run/items.json"
    ;;
  collect)
    aws s3 cp --only-show-errors "$run/plan.json" plan.json
    mlsec collect --plan plan.json --unit "$MLSEC_UNIT" --output part.ndjson
    aws s3 cp --only-show-errors part.ndjson "$run/parts/$MLSEC_UNIT.ndjson"
    ;;
  merge)
    aws s3 cp --only-show-errors "$run/plan.json" plan.json
    aws s3 cp --only-show-errors --recursive "$run/parts/" parts/
    # 1 and 3 are answers, too: findings, and an audit that could not see everything.
    code=0
    # shellcheck disable=SC2086
    mlsec merge parts --plan plan.json --output json=report.json --output sarif=report.sarif --output terminal=report.txt $MLSEC_REPORT_OPTIONS || code=$?
    case $code in 0 | 1 | 3) ;; *) exit "$code" ;; esac
    echo "$code" > exit-code.txt
    for file in report.json report.sarif report.txt exit-code.txt; do
      aws s3 cp --only-show-errors "$file" "$run/$file"
    done
    ;;
  *)
    echo "unknown step: $MLSEC_STEP" >&2
    exit 2
    ;;
esac
