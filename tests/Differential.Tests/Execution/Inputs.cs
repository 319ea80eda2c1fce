using System.Reflection;
using Pipeline.Differential.Services;

namespace Pipeline.Differential.Execution;

/// <summary>Arguments for a body, some of them the same object twice.</summary>
internal sealed class Inputs(Assignment assignment, CancellationToken token)
{
    private readonly int[] _shared = [.. Enumerable.Range(0, (int)(assignment.Draw("length") % 4)).Select(i => (int)(assignment.Draw($"item {i}") % 5))];

    public object?[] Create(ParameterInfo[] parameters) => [.. parameters.Select(Create)];

    private object Create(ParameterInfo parameter)
    {
        var draw = assignment.Draw("input " + parameter.Name);
        var type = parameter.ParameterType;
        return type switch
        {
            _ when type == typeof(int) => (int)(draw % 6),
            _ when type == typeof(bool) => draw % 2 == 0,
            _ when type == typeof(string) => $"t{draw % 4}",
            _ when type == typeof(int[]) => draw % 3 == 0 ? _shared.ToArray() : _shared,
            _ when type == typeof(Row) => new Row((int)(draw % 6), $"u{draw % 3}", draw % 2 == 0 ? _shared : [1, 2]),
            _ when type == typeof(Box) => new Box { Value = (int)(draw % 6), Items = [.. _shared] },
            _ when type == typeof(List<int>) => _shared.ToList(),
            _ when type == typeof(CancellationToken) => token,
            _ => throw new NotSupportedException($"No input of type {type}."),
        };
    }
}
