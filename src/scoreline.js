#!/usr/bin/env -S MALLOC_ARENA_MAX=1 node --max-semi-space-size=16 --max-old-space-size=1024
// A small heap, collected often, keeps the bot's memory constant however much it reads. With a memory pool for each
// thread, glibc's default, the process takes some 15 MB more. 'npm start' sets the same.
// Plain JavaScript that every Node can parse: it checks the version before anything newer is loaded.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < 24 || (major === 24 && minor < 15)) {
  console.error(
    `Scoreline needs Node 24.15 or newer; this is Node ${process.versions.node}.\n` +
      "Run it as 'npx scoreline …' or 'npm run …' in a checkout after 'npm ci', which provide the right one, or install a newer Node.",
  )
  process.exitCode = 2
} else {
  import('./config/compile-cache.js')
    .then(({ keepCompiled }) => {
      keepCompiled()
      return import('./main.ts')
    })
    .then(
      ({ main }) => main(process.argv),
      (error) => {
        console.error(error)
        process.exitCode = 1
      },
    )
}
