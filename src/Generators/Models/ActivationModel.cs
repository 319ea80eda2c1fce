namespace Pipeline.Generators.Models;

/// <summary>How an instance is made, started and stopped.</summary>
/// <param name="Arguments">What the constructor takes.</param>
/// <param name="Members">What is set in the object initializer.</param>
/// <param name="Startup">The methods to run at start-up, in order.</param>
/// <param name="Shutdown">The methods to run at shutdown, in order.</param>
/// <param name="IsObsolete">Whether only what is obsolete itself may do all that.</param>
internal sealed record ActivationModel(
    EquatableArray<InjectionModel> Arguments,
    EquatableArray<InjectionModel> Members,
    EquatableArray<LifecycleModel> Startup,
    EquatableArray<LifecycleModel> Shutdown,
    bool IsObsolete)
{
    public IEnumerable<InjectionModel> Injections => Arguments.Concat(Members);
}
