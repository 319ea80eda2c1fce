using System.Reflection;
using System.Runtime.CompilerServices;
using Pipeline.CompilerServices;

namespace Pipeline.Differential.Execution;

/// <summary>The fields of an object and the statics of its type, dependencies left out.</summary>
internal static class State
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public static string Of(object instance) =>
        string.Join("; ", Fields(instance.GetType()).Select(field => $"{field.Name} = {Render.Value(field.GetValue(instance))}"));

    /// <summary>Sets the statics of the type to their defaults.</summary>
    public static void Reset(Type type)
    {
        foreach (var field in Fields(type).Where(field => field is { IsStatic: true, IsInitOnly: false }))
            field.SetValue(null, field.FieldType.IsValueType ? Activator.CreateInstance(field.FieldType) : null);
    }

    private static IEnumerable<FieldInfo> Fields(Type type) => type.GetFields(Declared).Where(field =>
        !field.FieldType.IsAssignableTo(typeof(ServiceProxy)) &&
        (!field.IsDefined(typeof(CompilerGeneratedAttribute)) || field.Name.EndsWith("BackingField", StringComparison.Ordinal)) &&
        !field.IsLiteral);
}
