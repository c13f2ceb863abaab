/** `npm run build`: the program in `dist/`, as it is published. */
import { writeFileSync } from 'node:fs';
import { bundle } from './bundle.ts';
import { compileBundle } from './compile-bundle.ts';
import { thirdPartyNotice } from './third-party.ts';

// A warning of the SDK about this version of Node.js, which does not concern who builds.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

const files = await bundle();
const modules = files.flatMap((file) => Object.keys(file.modules));
writeFileSync(new URL('../dist/THIRD-PARTY.txt', import.meta.url), thirdPartyNotice(modules));
await compileBundle();
