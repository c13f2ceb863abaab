import { describe, expect, it } from 'vitest';
import { fetchesOf } from '../../src/collectors/script-fetches.ts';

const said = (script: string): readonly string[] =>
  fetchesOf(script).map(({ Line, Command, How, Host }) => `${Line} ${Command} ${How} ${Host ?? '?'}`);

describe('what a script fetches', () => {
  it.each<[what: string, script: string, fetches: readonly string[]]>([
    ['nothing', '#!/bin/bash\nset -eu\necho done', []],
    ['a pipe into a shell', 'curl -fsSL https://get.example.com/install.sh?token=abc | bash', ['1 curl run get.example.com']],
    ['a pipe by way of sudo', 'wget -qO- https://a.example/x | sudo -E bash -', ['1 wget run a.example']],
    ['a pipe into Python', 'curl https://a.example/x|python3 -', ['1 curl run a.example']],
    ['a process for a file', 'bash <(curl -s https://a.example/x)', ['1 curl run a.example']],
    ['an argument', 'sh -c "$(curl -fsSL https://a.example/x)"', ['1 curl run a.example']],
    ['an evaluation', 'eval `wget -qO- http://a.example/x`', ['1 wget run a.example']],
    ['a file that is started', 'curl -o /tmp/i.sh https://a.example/x\nchmod +x /tmp/i.sh\n/tmp/i.sh', ['1 curl run a.example']],
    ['a file under its own name', 'wget https://a.example/dir/setup.sh?v=2 && sh setup.sh', ['1 wget run a.example']],
    ['a file by redirection', 'curl https://a.example/x > "run.sh"; source ./run.sh', ['1 curl run a.example']],
    ['a file that is not started', 'curl -o data.csv https://a.example/data.csv', ['1 curl download a.example']],
    ['a value', 'TOKEN=$(curl -s http://169.254.169.254/latest/api/token)', ['1 curl download 169.254.169.254']],
    ['a continued line', 'echo a\ncurl \\\n  https://a.example/x \\\n  | bash', ['2 curl run a.example']],
    ['a commented line', '# curl https://a.example/x | bash', []],
    ['a place in a variable', 'curl "$URL" | bash', ['1 curl run ?']],
    ['a user in the URL', 'curl https://ada:s3cret@a.example/x | bash', ['1 curl run a.example']],
    ['a program by its path', '/usr/bin/curl https://a.example/x | sudo /bin/sh', ['1 curl run a.example']],
    ['a subshell', '(curl https://a.example/x | bash) &', ['1 curl run a.example']],
    ['a limit on its time', 'timeout 5m wget -qO- https://a.example/x | bash', ['1 wget run a.example']],
    ['a command for a shell', "su ec2-user -c 'curl https://a.example/x | bash'", ['1 curl run a.example']],
    ['a value that is evaluated further down', 'X="$(curl -s https://a.example/x)"\necho go\neval "$X"', ['1 curl run a.example']],
    ['a value that is given to a shell', 'X=$(curl -s https://a.example/x)\necho "${X}" | sh', ['1 curl run a.example']],
    [
      'an archive, and what was in it',
      'curl https://a.example/cli.zip -o cli.zip && unzip -q cli.zip\nsudo ./aws/install',
      ['1 curl run a.example'],
    ],
    ['an archive by a pipe', 'curl https://a.example/x.tgz | tar xz\nbash setup.sh', ['1 curl run a.example']],
    ['an archive of data', 'wget https://a.example/x.tgz\ntar xzf x.tgz -C data\nls data', ['1 wget download a.example']],
    [
      'a file that cron starts, as the auto-stop script of AWS has it',
      'wget https://a.example/main/autostop.py\n(crontab -l 2>/dev/null; echo "*/5 * * * * /usr/bin/python $PWD/autostop.py --time 60") | crontab -',
      ['1 wget run a.example'],
    ],
    [
      'code within code',
      'python3 -c "import urllib.request as u; exec(u.urlopen(\'https://a.example/a.py\').read())"',
      ['1 python run a.example'],
    ],
    ['a hidden command', 'echo ZWNobw== | base64 -d | bash', ['1 base64 run ?']],
    ['a hidden command that is evaluated', 'eval "$(echo ZWNobw== | base64 --decode)"', ['1 base64 run ?']],
    ['something decoded', 'echo $CERT | base64 -d > cert.pem', []],
    ['packages of R', 'Rscript -e "install.packages(\'dplyr\')"', ['1 R install cran.r-project.org']],
    ['tools of Python and Node', 'pipx install black\nnpx cowsay', ['1 pipx install pypi.org', '2 npx install registry.npmjs.org']],
    ['pip of an environment', '/opt/conda/bin/pip install x', ['1 pip install pypi.org']],
    ['packages of Python', 'sudo -u ec2-user -i pip install pandas', ['1 pip install pypi.org']],
    ['the same as a module', 'python3 -m pip install -r requirements.txt', ['1 pip install pypi.org']],
    ['from an index', 'pip install -i https://pypi.corp.example/simple pandas', ['1 pip install pypi.corp.example']],
    [
      'from an index set before',
      'export PIP_INDEX_URL=https://pypi.corp.example/simple\npip install x',
      ['2 pip install pypi.corp.example'],
    ],
    ['from a repository', 'pip3 install git+https://github.com/a/b.git', ['1 pip install github.com']],
    ['without an index', 'pip install --no-index ./wheels/a.whl', []],
    ['from CodeArtifact', 'aws codeartifact login --tool pip --domain d --repository r\npip install x', []],
    ['packages of others', 'conda install -y scipy && npm ci', ['1 conda install repo.anaconda.com', '1 npm install registry.npmjs.org']],
    ['no installation', 'pip list; conda activate base; npm run build', []],
    ['a repository', 'git clone https://x-token:abc@github.com/a/b.git', ['1 git clone github.com']],
    ['a repository by SSH', 'git clone --depth 1 git@gitlab.com:a/b.git', ['1 git clone gitlab.com']],
  ])('%s', (_what, script, fetches) => expect(said(script)).toEqual(fetches));

  it('keeps no path, no query and no word of it', () => {
    const stored = JSON.stringify(fetchesOf('curl -H "X-Key: k3y" https://u:p4ss@hooks.example/services/T0/s3cr3t?t=q | bash'));
    expect(stored).toContain('hooks.example');
    expect(stored).not.toMatch(/k3y|p4ss|s3cr3t|services|\?/);
  });

  it('takes no time over a script made to take it', () => {
    const start = performance.now();
    fetchesOf(`curl ${'https://'.repeat(20_000)}\n${'a@'.repeat(50_000)}\n${'>'.repeat(50_000)}`);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
