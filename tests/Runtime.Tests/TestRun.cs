// A test leaves nothing behind for the next.
[assembly: FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
