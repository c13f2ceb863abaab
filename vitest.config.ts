import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The SDK prints a warning about Node 20 on stderr; the tests read stderr.
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    // Subprocess tests run what `npm ci` builds; built once, before all tests.
    globalSetup: ['test/support/build.ts'],
    // A worker for each of sixty files costs more time than the tests themselves.
    isolate: false,
    testTimeout: 30_000,
  },
});
