using System.Reflection;
using System.Runtime.CompilerServices;
using Pipeline.Generated;

namespace Pipeline.Differential.Execution;

/// <summary>A type with a constructor that takes proxies and one method, <c>RunAsync</c>.</summary>
internal sealed class Body(Type type)
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private readonly ConstructorInfo _constructor = type.GetConstructors().Single();
    private readonly MethodInfo _run = type.GetMethod("RunAsync") ?? throw new MissingMethodException(type.Name, "RunAsync");
    private readonly FieldInfo[] _fields =
    [
        .. type.GetFields(Declared).Where(field =>
            !field.FieldType.IsAssignableTo(typeof(ServiceProxy)) &&
            (!field.IsDefined(typeof(CompilerGeneratedAttribute)) || field.Name.EndsWith("BackingField", StringComparison.Ordinal)) &&
            !field.IsLiteral),
    ];

    /// <summary>A new object, and its type's statics as they were at first.</summary>
    public object Create(World world)
    {
        foreach (var field in _fields.Where(field => field is { IsStatic: true, IsInitOnly: false }))
            field.SetValue(null, field.FieldType.IsValueType ? Activator.CreateInstance(field.FieldType) : null);
        return _constructor.Invoke([.. _constructor.GetParameters().Select(parameter => Proxies.Create(parameter.ParameterType, world))]);
    }

    public object?[] CreateArguments(Assignment assignment, CancellationToken token) =>
        new Inputs(assignment, token).Create(_run.GetParameters());

    public Task Run(object instance, object?[] arguments) =>
        (Task)_run.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;

    public string State(object instance) =>
        string.Join("; ", _fields.Select(field => $"{field.Name} = {Render.Value(field.GetValue(instance))}"));
}
