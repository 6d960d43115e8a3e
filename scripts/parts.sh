# The parts of ./test.
export LSAN_OPTIONS="suppressions=$PWD/tests/lsan.supp:print_suppressions=0"

sources() { git ls-files "server/$1" | grep -E "$2"; }

check_format() {
  sources '' '\.(cpp|hpp)$' | xargs clang-format-14 --dry-run --Werror
  npm_install tests/api
  (cd tests/api && npm run --silent typecheck && npm run --silent lint)
  if git grep -nE 'registry\.(npmjs|yarnpkg)|https?://[^/]*/[^ ]*\.tgz' -- '*package-lock.json' '*.npmrc'; then
    echo "a lock file names a registry"
    return 1
  fi
}

check_web() {
  npm_install web
  (cd web && npm run --silent check && npm test --silent)
  build_web
}

check_asan() {
  build_web
  build_program asan
  TANDEM_TEST_ALL=1 build/asan/tandem_tests --gtest_brief=1
}

# Everything that more than one thread touches; the rest runs the same code without a race.
check_tsan() {
  build_web
  build_program tsan tandem_tests
  TSAN_OPTIONS="halt_on_error=1 suppressions=$PWD/tests/tsan.supp" TANDEM_TEST_ALL=1 \
    build/tsan/tandem_tests --gtest_brief=1 \
    --gtest_filter='*Store.*:Hub*:Streams*:Live*:Workers*:*Cache*:Attempts*:Packs*:*Threads*:Compress*'
}

# The engine room, which everything else stands on.
check_tidy() { tidy '^server/(base|db|api|http|live|audit)/'; }
# Everything: half an hour on two cores, so not in every run.
check_tidy_all() { tidy '^server/'; }
tidy() {
  build_web
  build_program tidy CMakeFiles/tandem_core.dir/cmake_pch.hxx.pch
  sources '' "$1.*\.cpp$" | grep -vE '_(test|fuzz)\.cpp$' |
    xargs -P "$(nproc)" -n 4 clang-tidy-14 -p build/tidy --quiet 2>/dev/null
}

check_fuzz() {
  build_web
  build_program fuzz
  local target
  for target in build/fuzz/*_fuzz; do
    say "fuzzing $(basename "$target")"
    mkdir -p "$target.corpus"
    "$target" -max_total_time=20 -max_len=65536 -timeout=10 -rss_limit_mb=2048 -verbosity=0 \
      -print_final_stats=1 -artifact_prefix="$target." "$target.corpus" 2>&1 | tail -n 8
  done
}

check_api() {
  build_web
  build_program asan tandem
  npm_install tests/api
  local postgresql=$TANDEM_TEST_POSTGRESQL
  export TANDEM_BIN=$PWD/build/asan/tandem
  say "API on SQLite"
  (cd tests/api && env -u TANDEM_TEST_POSTGRESQL npm test --silent)
  say "API on PostgreSQL"
  (cd tests/api && TANDEM_TEST_POSTGRESQL=$postgresql npm test --silent)
}

check_e2e() {
  build_web
  build_program asan tandem
  npm_install web
  npm_install tests/api
  (cd web && npm run --silent e2e:types && TANDEM_BIN=$PWD/../build/asan/tandem npm run --silent e2e)
}
