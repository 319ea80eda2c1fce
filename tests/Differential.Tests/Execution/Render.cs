using System.Collections;
using System.Globalization;
using Pipeline.Differential.Services;

namespace Pipeline.Differential.Execution;

/// <summary>Values as text, down to the last element, so that equal texts mean equal values.</summary>
internal static class Render
{
    public static string Arguments(IEnumerable<object?> values) => string.Join(", ", values.Select(Value));

    public static string Value(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        Row row => $"Row({row.Id}, {Value(row.Name)}, {Value(row.Values)})",
        Box box => $"Box({box.Value}, {Value(box.Note)}, {Value(box.Items)})",
        Delegate => "function",
        Task task => Outcome(task),
        System.Runtime.CompilerServices.ITuple tuple =>
            $"({Arguments(Enumerable.Range(0, tuple.Length).Select(index => tuple[index]))})",
        DictionaryEntry pair => $"{Value(pair.Key)}: {Value(pair.Value)}",
        IDictionary dictionary => $"{{{Arguments(dictionary.Cast<object?>().Order(TextOrder))}}}",
        IEnumerable values => $"[{Arguments(values.Cast<object?>())}]",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static Comparer<object?> TextOrder { get; } =
        Comparer<object?>.Create((left, right) => string.CompareOrdinal(Value(left), Value(right)));

    private static string Outcome(Task task) => task.IsCompleted ? task.Status.ToString() : "running";
}
