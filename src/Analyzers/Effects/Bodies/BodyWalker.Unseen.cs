using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Library.Recorded;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.Analyzers.Effects.Bodies;

/// <content>Calls of which the body does not show, or not all bodies: hooks, interfaces, other assemblies.</content>
internal sealed partial class BodyWalker
{
    /// <summary>All bodies of the compilation that may run; where others may exist elsewhere, the name must speak for them.</summary>
    private void CallVirtual(IOperation by, IMethodSymbol target, IOperation? instance, ImmutableArray<PassedValue> passed)
    {
        var bodies = _session.Implementations.Of(target);
        BodyEffect? effect = null;
        foreach (var body in bodies)
            effect = effect is null ? _session.Of(body) : effect.Or(_session.Of(body));
        if (effect is not null)
            Apply(effect, by, target, instance, passed);
        if (effect is null || !_session.Implementations.AreAllSeen(target))
            CallByName(by, target, instance, passed);
    }

    /// <summary>A call that is not understood: what contradicts that it reads, else its name.</summary>
    private void CallByName(IOperation by, IMethodSymbol target, IOperation? instance, ImmutableArray<PassedValue> passed)
    {
        if (_session.Recorded.Find(target) is { } recorded)
        {
            CallRecorded(by, target, recorded, passed);
            return;
        }

        var reason = IsLibrarys(target)
            ?? AllowsOneOperation(target, instance)
            ?? ReturnsNothing(target, by)
            ?? HandsOverState(passed)
            ?? HandsOverOneAtATime(passed)
            ?? HandsOverDelegate(passed)
            ?? (_session.Services.SaysThatItReads(target, by) ? null : "whose name does not say that it only reads");
        Add(
            reason is null ? Touches.ByName : Touches.Unknown,
            by,
            $"calls '{target.ContainingType?.Name}.{Label(target)}', {reason ?? "which may do more than its name says"}");
    }

    /// <summary>A call of code in another project of which the solution's effect file says that it changes nothing.</summary>
    private void CallRecorded(IOperation by, IMethodSymbol target, RecordedMember recorded, ImmutableArray<PassedValue> passed)
    {
        foreach (var argument in passed)
        {
            JudgePassed(argument.Value);
            if (argument.RefKind is RefKind.Ref)
                Write(argument.Value, by);
        }

        if (recorded.Reads)
            Add(Touches.ReadsGlobal, by, $"calls '{target.ContainingType.Name}.{Label(target)}', which only reads");
        foreach (string member in recorded.Asked)
            _basis = _basis.Asking(member);
        if (recorded is { IsDeclared: true, Reads: true })
            _basis = _basis.Asking($"{target.ContainingType.Name}.{Label(target)}");
    }

    /// <summary>Of libraries that the model covers, the model decides and never the name.</summary>
    private string? IsLibrarys(IMethodSymbol target)
    {
        if (target.ContainingType is not { } type || type.Locations is [{ IsInSource: true }, ..])
            return null;
        if (target.MethodKind is MethodKind.Constructor)
            return "whose constructor is in another assembly";
        return RootOf(type) is "System" or "Microsoft" || _library.Find(type) is not null ? "which the library model does not know" : null;
    }

    private static string? RootOf(INamedTypeSymbol type)
    {
        var root = type.ContainingNamespace;
        while (root is { ContainingNamespace.IsGlobalNamespace: false })
            root = root.ContainingNamespace;
        return root?.Name;
    }

    private string? AllowsOneOperation(IMethodSymbol target, IOperation? instance) =>
        OneAtATime.Includes(target.ContainingType, _library) || (instance?.Type is { } type && OneAtATime.Includes(type, _library))
            ? "which allows one operation at a time" : null;

    private static string? ReturnsNothing(IMethodSymbol target, IOperation by) =>
        target.MethodKind is MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove || !target.ReturnsValue()
            ? "which returns nothing"
        : by is IInvocationOperation && by.IsValueDiscarded() ? "whose value is not used"
        : null;

    private string? HandsOverState(ImmutableArray<PassedValue> passed) =>
        passed.Any(argument => argument.RefKind is not RefKind.None && Lasts(argument.Value)) ? "which is handed state by reference" : null;

    /// <summary>Whether what is passed by reference outlives the call.</summary>
    private bool Lasts(IOperation place) => place.WithoutConversions() switch
    {
        IMemberReferenceOperation or IArrayElementReferenceOperation or IInvocationOperation or IConditionalOperation => true,
        ILocalReferenceOperation or IParameterReferenceOperation => !IsOwnVariable(place.WithoutConversions()),
        _ => false,
    };

    private string? HandsOverOneAtATime(ImmutableArray<PassedValue> passed) =>
        passed.Any(argument => argument.Value.WithoutConversions().Type is { } type
            && OneAtATime.Includes(type, _library)
            && !_origins.IsMade(argument.Value))
            ? "which is handed something that allows one operation at a time"
            : null;

    private string? HandsOverDelegate(ImmutableArray<PassedValue> passed) =>
        passed.Any(argument => argument.Value.WithoutConversions() is { Type.TypeKind: TypeKind.Delegate } value
            && value is not IDelegateCreationOperation
            && _origins.Of(value) != Origin.Fresh)
            ? "which is handed a delegate"
            : null;

    /// <summary>The first use of a type runs its static constructor and initializers.</summary>
    private void Initialize(INamedTypeSymbol type, IOperation by)
    {
        if (_session.Implementations.IsOwn(type)
            && !SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, _method?.ContainingType?.OriginalDefinition)
            && _session.OfInitialization(type) is { } reason)
        {
            Add(Touches.Unknown, by, $"may run the static initialization of '{type.Name}', which {reason}");
        }
    }
}
