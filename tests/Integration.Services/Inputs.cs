using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Pipeline.Integration.Services;

/// <summary>APIs with parameters of every kind.</summary>
[Service(Effect = Effect.None)]
public sealed partial class Inputs
{
    /// <summary>More arguments than a tuple has fields.</summary>
    [Api]
    public string Many(int a, string b, long c, double d, bool e, char f, byte g, string? h, decimal i, int[] j) =>
        string.Create(CultureInfo.InvariantCulture, $"{a}|{b}|{c}|{d}|{e}|{f}|{g}|{h}|{i}|{string.Join(",", j)}");

    /// <summary>Names that are keywords.</summary>
    [Api]
    public string Keywords(int @class, string? @event = null, params int[] @params) => $"{@class}|{@event}|{string.Join(",", @params)}";

    /// <summary>Defaults that only attributes can declare, and those of small and of nullable types.</summary>
    [Api]
    public string Defaults(
        [Optional, DateTimeConstant(5)] DateTime date,
        [Optional, DefaultParameterValue(3)] object boxed,
        [Optional] int missing,
        short small = -3,
        Guid id = default,
        Rounding? maybe = Rounding.Down,
        Rounding odd = (Rounding)(-7),
        decimal exact = 1.50m,
        double? none = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{date.Ticks}|{boxed}|{missing}|{small}|{id}|{maybe}|{odd}|{exact}|{none}");

    /// <summary>What null is allowed for.</summary>
    [Api]
    public int Nulls(string never, string? maybe, [AllowNull] string allowed, [DisallowNull] string? disallowed, int value, int? nullable) => 0;

    /// <summary>Streams in, one of them optional.</summary>
    [Api(Transient = [typeof(IOException)], ReadAhead = 8)]
    public async IAsyncEnumerable<string> MergeAsync(
        IAsyncEnumerable<int> items, IAsyncEnumerable<string>? more = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var item in items.WithCancellation(cancellationToken))
            yield return $"{item}";
        if (more is null)
            yield break;
        await foreach (var item in more.WithCancellation(cancellationToken))
            yield return item;
    }

    /// <summary>Without parameters or a result.</summary>
    [Api(Concurrency = 2, RunsOnPool = true)]
    public void Nothing()
    {
    }
}
