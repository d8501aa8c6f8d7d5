/** Says which part of the long series this run takes. */
export function setup(): void {
  const isLong = process.env['SCORELINE_TEST_LONG'] === '1'
  console.log(
    isLong
      ? 'Long run: all cases of each series.'
      : "A tenth of the cases of each long series: 'npm run test:long' runs all of them.",
  )
}
