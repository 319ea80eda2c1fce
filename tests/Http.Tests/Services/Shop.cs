using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;
using RangeAttribute = System.ComponentModel.DataAnnotations.RangeAttribute;

namespace Pipeline.Http.Tests.Services;

/// <summary>Every form of argument and answer.</summary>
[Service(Name = "Shop")]
public sealed partial class Shop(Probe probe)
{
    /// <summary>Adds two numbers, as <see cref="int"/>.</summary>
    /// <param name="left">The first of the two.</param>
    /// <returns>Their sum.</returns>
    [Api]
    public int Add(int left, int right = 2) => left + right;

    [Api]
    public async Task<float> SumUpAsync(float[] allValues)
    {
        await Task.Yield();
        return allValues.Sum();
    }

    [Api]
    public string? Greet(string? name) => name is null ? null : $"héllo {name}";

    [Api]
    public Task<Item> RaiseAsync(Item item) => Task.FromResult(item with { Quantity = item.Quantity + 1 });

    [Api]
    public Colour Paint(Colour colour, DateTime when = default) => when == default ? colour : Colour.Red;

    [Api]
    public Task NothingAsync(int? number = null)
    {
        probe.Signal($"nothing {number}");
        return Task.CompletedTask;
    }

    [Api]
    public int Order([Range(1, 10)] int count, Box box, [Length(1, 3)] string[] labels) => count + box.Width + labels.Length;

    [Api]
    public Task<string> SizeAsync(byte[] file, string label = "none") => Task.FromResult($"{label}: {file.Length}");

    [Api]
    public async Task<long> MeasureAsync(Stream content, CancellationToken cancellationToken)
    {
        var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancellationToken);
        return copy.Length;
    }

    [Api]
    public byte[] Make(int size) => new byte[size];

    [Api]
    public async IAsyncEnumerable<string> WordsAsync(int count)
    {
        for (int index = 0; index < count; index++)
        {
            await Task.Yield();
            yield return $"w{index}\n ";
        }
    }

    [Api]
    public async IAsyncEnumerable<Item> ItemsAsync(int count, string? failure = null)
    {
        for (int index = 0; index < count; index++)
        {
            await Task.Yield();
            yield return new($"i{index}", index);
        }

        if (failure is not null)
            throw new InvalidOperationException(failure);
    }

    /// <summary>Streams until it is stopped, one item whenever the test lets it.</summary>
    [Api]
    public async IAsyncEnumerable<int> TicksAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            for (int tick = 0; ; tick++)
            {
                yield return tick;
                await probe.SeenAsync($"tick {tick}", cancellationToken);
            }
        }
        finally
        {
            probe.Signal("ticks stopped");
        }
    }

    [Api]
    public async Task<int> TotalAsync(IAsyncEnumerable<int> numbers, CancellationToken cancellationToken, int factor = 1)
    {
        int total = 0;
        await foreach (int number in numbers.WithCancellation(cancellationToken))
        {
            total += number;
            probe.Signal($"number {number}");
        }

        return total * factor;
    }

    [Api]
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        probe.Signal("waiting");
        try
        {
            await probe.SeenAsync("go", cancellationToken);
        }
        catch (OperationCanceledException)
        {
            probe.Signal("canceled");
            throw;
        }
    }

    [Api]
    public string Left() => $"{CallContext.Current.Remaining}";

    [Api]
    public string Half() => "a\uD800b";

    [Api]
    public Item[] HalfInside() => [new("\uDC00", 1)];

    [Api]
    public double[] Odd() => [double.NaN, double.NegativeInfinity];

    [Api]
    public Task<int> FailAsync(string how) => throw (how switch
    {
        "overloaded" => new ServiceOverloadedException("Shop", 3, 4),
        "below" => new ServiceOverloadedException("Database", 3, 4),
        "unavailable" => new ServiceUnavailableException("Database", "It is away.", TimeSpan.FromSeconds(7)),
        "own" => new OutOfStockException("None left."),
        "argument" => new ArgumentException("secret"),
        _ => new InvalidOperationException("secret"),
    });
}

public sealed class OutOfStockException(string message) : Exception(message);

public sealed record Item(string Name, int Quantity = 1)
{
    public Item[]? Parts { get; init; }
}

public sealed record Box([Range(1, 100)] int Width)
{
    [RegularExpression("[a-z]+")]
    public string? ShortName { get; init; }

    public Box? Inner { get; init; }
}

public enum Colour
{
    Red,
    Green,
}
