using System.Reflection;

namespace Pipeline.Differential.Execution;

/// <summary>A type with a constructor that takes proxies and one method, <c>RunAsync</c>.</summary>
internal sealed class Body(Type type)
{
    private readonly ConstructorInfo _constructor = type.GetConstructors().Single();
    private readonly MethodInfo _run = type.GetMethod("RunAsync") ?? throw new MissingMethodException(type.Name, "RunAsync");

    /// <summary>A new object, and statics as they were at first.</summary>
    public object Create(Proxies proxies)
    {
        State.Reset(type);
        var instance = _constructor.Invoke(proxies.For(_constructor));
        foreach (var service in proxies.Services)
            State.Reset(service.GetType());
        return instance;
    }

    public object?[] CreateArguments(Assignment assignment, CancellationToken token) =>
        new Inputs(assignment, token).Create(_run.GetParameters());

    public Task Run(object instance, object?[] arguments) =>
        (Task)_run.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
}
