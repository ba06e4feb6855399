import { expect, it } from 'vitest'
import { AppError, toResponse } from './errors'

it('knows an expected failure of another bundle’s class by its name', () => {
  const foreign = Object.assign(new Error('Too many'), { name: 'AppError', code: 'too_many' })
  expect(foreign).toBeInstanceOf(AppError)
  expect(toResponse(foreign).status).toBe(429)
  expect(new AppError('gone', 'x')).toBeInstanceOf(AppError)
  expect(new Error('bug')).not.toBeInstanceOf(AppError)
  expect(() => toResponse(new Error('bug'))).toThrow('bug')
})
