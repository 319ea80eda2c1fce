namespace Pipeline.Generators.Models;

/// <summary>What a method returns.</summary>
internal enum ResultShape
{
    Void,
    Value,
    Task,
    TaskOfValue,
    ValueTask,
    ValueTaskOfValue,
    Enumerable,
    AsyncEnumerable,
}
