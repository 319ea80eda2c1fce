using System.Runtime.CompilerServices;
using Pipeline.Differential.Services;

namespace Pipeline.Differential.Execution;

/// <summary>Makes values of the services' result types out of numbers, small ones so that branches go both ways.</summary>
internal sealed class Answers
{
    private readonly Dictionary<ulong, Box> _boxes = [];

    public T Make<T>(ulong digest, bool mayBeNull) => mayBeNull && digest % 3 == 0 ? default! : (T)Make(typeof(T), digest);

    private object Make(Type type, ulong digest) => type switch
    {
        _ when type == typeof(int) => (int)(digest % 7),
        _ when type == typeof(bool) => digest % 2 == 0,
        _ when type == typeof(string) => $"s{digest % 5}",
        _ when type == typeof(int[]) => Numbers(digest),
        _ when type == typeof(List<int>) => Numbers(digest).ToList(),
        _ when type == typeof(Row) => MakeRow(digest),
        _ when type == typeof(Box) => Shared(digest % 3),
        _ when type == typeof(ValueTuple) => default(ValueTuple),
        _ when type.IsAssignableTo(typeof(ITuple)) => ((int)(digest % 5), (int)(digest % 11)),
        _ => throw new NotSupportedException($"No answer of type {type}."),
    };

    /// <summary>A service in the same process may hand the same object to everybody.</summary>
    private Box Shared(ulong id)
    {
        if (!_boxes.TryGetValue(id, out var box))
            _boxes[id] = box = new Box { Value = (int)id, Note = $"n{id}" };
        return box;
    }

    private static Row MakeRow(ulong digest) => new((int)(digest % 9), $"r{digest % 4}", Numbers(digest / 3));

    private static int[] Numbers(ulong digest) =>
        [.. Enumerable.Range(0, (int)(digest % 4)).Select(index => (int)(Hash.Of(digest, (ulong)index) % 6))];
}
