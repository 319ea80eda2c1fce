namespace Pipeline.Http.Tests.Services;

/// <summary>A root whose dependency is its own affair.</summary>
[Service]
public sealed partial class Front(Back.Proxy back)
{
    [Api]
    public Task<int> TwiceAsync(int value) => back.ToAsync.Double(value);
}

[Service]
public sealed partial class Back
{
    [Api]
    public Task<int> DoubleAsync(int value) => Task.FromResult(value * 2);
}

/// <summary>Two APIs of one name.</summary>
[Service]
public sealed partial class Overloaded
{
    [Api]
    public int Kind(int value) => value;

    [Api]
    public int Kind(string value) => value.Length;
}

/// <summary>As <see cref="Front"/> has it.</summary>
[Service]
public sealed partial class Twin
{
    [Api]
    public int Twice(int value) => value;
}

/// <summary>Two parameters whose names become one.</summary>
[Service]
public sealed partial class SameNames
{
    [Api]
    public int Sum(int aB, int a_b) => aB + a_b;
}

/// <summary>Takes a while.</summary>
[Service(Concurrency = 1, QueueLimit = 0)]
public sealed partial class Narrow(Probe probe)
{
    [Api]
    public async Task PassAsync(CancellationToken cancellationToken)
    {
        probe.Signal("inside");
        await probe.SeenAsync("go", cancellationToken);
    }
}

/// <summary>Knows the name of its call.</summary>
[Service]
public sealed partial class Keyed
{
    [Api]
    public string Key() => CallContext.Current.Id;
}
