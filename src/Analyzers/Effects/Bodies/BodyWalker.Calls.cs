using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Library;

namespace Pipeline.Analyzers.Effects.Bodies;

/// <content>Calls: of what is in source, its own body tells; of the framework, a list; of the rest, nothing.</content>
internal sealed partial class BodyWalker
{
    private void VisitInvocation(IInvocationOperation call)
    {
        WriteReferences(call.Arguments);
        if (call.TargetMethod.MethodKind is MethodKind.DelegateInvoke)
        {
            // A lambda of this body was judged where it stands.
            if (_origins.Of(call.Instance) is not Origin.Fresh)
                Add(Touches.Unknown, call, "calls a delegate");
        }
        else
        {
            Call(call, call.TargetMethod, call.Instance, Values(call.Arguments), call.IsVirtual);
        }

        VisitParts(call);
    }

    private void VisitCreation(IObjectCreationOperation creation)
    {
        WriteReferences(creation.Arguments);
        Call(creation, creation.Constructor, instance: null, Values(creation.Arguments));
        VisitParts(creation);
    }

    private void VisitBinary(IBinaryOperation binary)
    {
        Call(binary, binary.OperatorMethod, instance: null, [binary.LeftOperand, binary.RightOperand]);
        if (binary is { OperatorMethod: { } @operator, OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr })
        {
            foreach (var truth in @operator.ContainingType.GetMembers().OfType<IMethodSymbol>().Where(static method => method.Name is "op_True" or "op_False"))
                Call(binary, truth, instance: null, [binary.LeftOperand]);
        }

        if (binary is { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String })
        {
            JudgeValue(binary.LeftOperand);
            JudgeValue(binary.RightOperand);
        }
    }

    /// <summary>What is passed as <c>out</c> will be written; what is passed by <c>ref</c> may be.</summary>
    private void WriteReferences(ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { RefKind: RefKind.Out })
                Write(argument.Value, argument);
            else if (argument.Parameter is { RefKind: RefKind.Ref } && !IsOwnVariable(argument.Value))
                Add(Touches.Unknown, argument, $"passes {Name(argument.Value)} by reference");
        }
    }

    private bool IsOwnVariable(IOperation place) => place switch
    {
        ILocalReferenceOperation { Local.RefKind: RefKind.None } => true,
        IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter } => _origins.IsOwn(parameter),
        _ => false,
    };

    private void Call(IOperation by, IMethodSymbol? target, IOperation? instance, ImmutableArray<IOperation> arguments, bool isVirtual = false)
    {
        // Local functions are walked where they stand.
        if (target is null or { MethodKind: MethodKind.LocalFunction })
            return;
        var deed = _known.DeedOf(target);
        if (deed.IsKnown)
            CallKnown(by, target, deed, instance, arguments);
        else if (target.IsImplicitlyDeclared && target.MethodKind is not MethodKind.Constructor)
            return;
        else if (isVirtual && !target.IsSealed && instance?.Type is not { IsSealed: true } and not { IsValueType: true })
            Add(Touches.Unknown, by, $"calls '{target.Name}', which may be overridden");
        else
            CallSource(by, target, instance, arguments);
    }

    private void CallKnown(IOperation by, IMethodSymbol target, MemberDeed deed, IOperation? instance, ImmutableArray<IOperation> arguments)
    {
        foreach (var argument in arguments)
            JudgePassed(argument);
        if (deed.ReadsState)
            Add(Touches.ReadsGlobal, by, $"reads '{target.AssociatedSymbol?.Name ?? target.Name}'");
        if (deed.WritesReceiver)
            WriteInto(_origins.Of(instance), by, instance is null ? "an object" : Name(instance));
        if (deed.WrittenParameter < 0)
            return;

        var written = ArgumentOf(by, deed.WrittenParameter, arguments);
        WriteInto(_origins.Of(written), by, written is null ? "an object" : Name(written));
    }

    private void CallSource(IOperation by, IMethodSymbol target, IOperation? instance, ImmutableArray<IOperation> arguments)
    {
        var effect = _session.Of(target);
        Add(effect.Touches & (Touches.ReadsGlobal | Touches.WritesGlobal | Touches.Unknown), by, $"calls '{Label(target)}', which {effect.Reason}");
        TouchReceiver(effect.Touches, by, target, target.MethodKind is MethodKind.Constructor ? by as IObjectCreationOperation : instance);

        var passed = OriginOfChangeable(arguments);
        if (effect.Touches.HasFlag(Touches.WritesArgument))
            WriteInto(passed, by, $"by calling '{Label(target)}'");
        if (effect.Touches.HasFlag(Touches.WritesArgumentPart))
            WriteInto(PartOf(passed), by, $"by calling '{Label(target)}'");
    }

    private void TouchReceiver(Touches touches, IOperation by, IMethodSymbol target, IOperation? receiver)
    {
        var origin = _origins.Of(receiver);
        if (touches.HasFlag(Touches.ReadsInstance) && origin is Origin.Instance or Origin.InstancePart)
            Add(Touches.ReadsInstance, by, $"reads state by calling '{Label(target)}'");
        if (touches.HasFlag(Touches.ReadsInstance) && origin is Origin.Global)
            Add(Touches.ReadsGlobal, by, $"reads state by calling '{Label(target)}'");

        // A struct that writes itself writes the variable it is in.
        if (touches.HasFlag(Touches.WritesInstance) && receiver is { Type.IsValueType: true } and not IInstanceReferenceOperation)
            Write(receiver, by);
        else if (touches.HasFlag(Touches.WritesInstance))
            WriteInto(origin, by, $"by calling '{Label(target)}'");
        if (touches.HasFlag(Touches.WritesInstancePart))
            WriteInto(PartOf(origin), by, $"by calling '{Label(target)}'");
    }

    /// <summary>The origin of what a callee may have written: certain if all it was given is new, or one thing only could be.</summary>
    private Origin OriginOfChangeable(ImmutableArray<IOperation> arguments)
    {
        var origins = arguments
            .Where(argument => argument.Type is { } type && !_known.IsImmutable(type))
            .Select(_origins.Of)
            .ToList();
        return origins.Count == 1 ? origins[0] : origins.Count > 0 && origins.All(origin => origin is Origin.Fresh) ? Origin.Fresh : Origin.Unknown;
    }

    private static Origin PartOf(Origin origin) => origin switch
    {
        Origin.Fresh => Origin.Unknown,
        Origin.Instance => Origin.InstancePart,
        Origin.Argument => Origin.ArgumentPart,
        _ => origin,
    };

    private static IOperation? ArgumentOf(IOperation call, int parameter, ImmutableArray<IOperation> values) =>
        call is IInvocationOperation { Arguments: var arguments }
            ? arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter)?.Value
            : values.ElementAtOrDefault(parameter);

    private static ImmutableArray<IOperation> Values(ImmutableArray<IArgumentOperation> arguments) =>
        [.. arguments.Select(argument => argument.Value)];

    private static string Label(IMethodSymbol method) =>
        method.MethodKind is MethodKind.Constructor ? method.ContainingType.Name : method.AssociatedSymbol?.Name ?? method.Name;
}
