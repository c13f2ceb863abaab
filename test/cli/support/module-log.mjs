// For `node --import`: writes the path of every file of the bundle that is loaded, and the name of every module that is required, one a line, to
// the file that MODULE_LOG names.
import { appendFileSync } from 'node:fs';
import Module from 'node:module';
import vm from 'node:vm';

const log = (name) => appendFileSync(process.env.MODULE_LOG, `${name}\n`);

const load = Module._load;
Module._load = function (request, ...rest) {
  log(request);
  return Reflect.apply(load, this, [request, ...rest]);
};

vm.Script = class extends vm.Script {
  constructor(code, options) {
    log(options.filename);
    super(code, options);
  }
};
