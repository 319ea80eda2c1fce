using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Library;
using Pipeline.Analyzers.Library.Clients;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.Analyzers.Effects.Bodies;

/// <content>Calls: of what is in source, its own body tells; of libraries, the model; of the rest, at most the name.</content>
internal sealed partial class BodyWalker
{
    private void VisitInvocation(IInvocationOperation call)
    {
        WriteOutArguments(call.Arguments);
        if (call.TargetMethod.MethodKind is MethodKind.DelegateInvoke)
        {
            // A lambda of this body was judged where it stands.
            if (GivenDelegates(call.Instance) is not 0 and var given)
                Add(new(Touches.Unknown | Touches.CallsArgument, call, "calls a delegate", given));
            else if (_origins.Of(call.Instance) != Origin.Fresh)
                Add(Touches.Unknown, call, "calls a delegate");
        }
        else if (HttpAddress.FindCommand(call, _session.Services.NamesFor(call.Syntax.SyntaxTree)) is { } command)
        {
            Add(Touches.Unknown, call, $"asks for an address that says '{command}'");
        }
        else
        {
            Call(call, call.TargetMethod, call.Instance, Passed(call.Arguments), call.IsVirtual);
        }

        VisitParts(call);
    }

    private void VisitCreation(IObjectCreationOperation creation)
    {
        WriteOutArguments(creation.Arguments);
        Call(creation, creation.Constructor, instance: null, Passed(creation.Arguments));
        VisitParts(creation);
    }

    private void VisitBinary(IBinaryOperation binary)
    {
        Call(binary, binary.OperatorMethod, instance: null, Passed(binary.LeftOperand, binary.RightOperand));
        if (binary is
            {
                OperatorMethod: { } @operator,
                OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr
            })
        {
            foreach (var truth in @operator.ContainingType.GetMembers().OfType<IMethodSymbol>()
                .Where(static method => method.Name is "op_True" or "op_False"))
                Call(binary, truth, instance: null, Passed(binary.LeftOperand));
        }

        if (binary is { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String })
        {
            JudgeValue(binary.LeftOperand);
            JudgeValue(binary.RightOperand);
        }
    }

    /// <summary>A method turned into a delegate: what it writes of its arguments, it writes of things unknown.</summary>
    private void ReferToMethod(IMethodReferenceOperation reference) =>
        Call(reference, reference.Method, reference.Instance, [], reference.IsVirtual);

    /// <summary>What is passed as <c>out</c> will be written.</summary>
    private void WriteOutArguments(ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { RefKind: RefKind.Out })
                Write(argument.Value, argument);
        }
    }

    private void Call(
        IOperation by, IMethodSymbol? target, IOperation? instance, ImmutableArray<PassedValue> passed, bool isVirtual = false)
    {
        // Local functions are walked where they stand.
        if (target is null or { MethodKind: MethodKind.LocalFunction })
            return;
        foreach (var argument in passed)
        {
            if (_origins.IsStoredLazy(argument.Value))
                Add(Touches.Unknown, argument.Value, $"passes on {Name(argument.Value)}, which runs code of others when walked over");
        }

        if (target.IsStatic || target.MethodKind is MethodKind.Constructor)
            Initialize(target.ContainingType, by);
        if (ClientRequests.Reads(target, by, _session.Services.NamesFor(by.Syntax.SyntaxTree)))
            CallClient(by, target, passed);
        else if (_library.DeedOf(target) is { IsKnown: true } deed)
            CallKnown(by, target, deed, instance, passed);
        else if (target.IsImplicitlyDeclared && target.MethodKind is not MethodKind.Constructor)
            return;
        else if (isVirtual && !target.IsSealed && instance?.Type is not { IsSealed: true } and not { IsValueType: true }
            || target is { IsAbstract: true })
            CallVirtual(by, target, instance, passed);
        else if (target.MethodKind is MethodKind.Constructor
            ? _session.Implementations.IsOwn(target) : _session.Sees(target))
            Apply(_session.Of(target), by, target, instance, passed);
        else
            CallByName(by, target, instance, passed);
    }

    /// <summary>A request that only asks, of a client that takes several at once.</summary>
    private void CallClient(IOperation by, IMethodSymbol target, ImmutableArray<PassedValue> passed)
    {
        foreach (var argument in passed)
            JudgePassed(argument.Value);
        Add(Touches.ReadsGlobal, by, $"asks '{target.ContainingType.Name}.{target.Name}'");
        _basis = _basis.Asking($"{target.ContainingType.Name}.{target.Name}");
    }

    private void CallKnown(IOperation by, IMethodSymbol target, MemberDeed deed, IOperation? instance, ImmutableArray<PassedValue> passed)
    {
        foreach (var argument in passed)
        {
            JudgePassed(argument.Value);
            JudgeSharing(argument.Value, target, isRead: true);
        }

        if (instance is not null)
            JudgeReceiver(by, target, instance);
        JudgeSharing(instance, target, isRead: target.MethodKind is MethodKind.PropertyGet);
        string label = target.AssociatedSymbol?.Name ?? target.Name;
        if (SharedChat.Finds(target, passed, _origins) is { } shared)
            Add(Touches.Unknown, by, shared);
        if (deed.Does(Deeds.ReadsWorld))
            Add(Touches.ReadsGlobal, by, $"reads '{label}'");
        RestOn(by, target, deed);
        if (deed.Does(Deeds.WritesWorld))
            Add(Touches.WritesGlobal, by, $"calls '{target.ContainingType.Name}.{label}'");
        var receiver = instance ?? (target.IsExtensionMethod ? passed.FirstOrDefault().Value : null);
        if (deed.Does(Deeds.WritesReceiver))
            WriteReceiver(by, receiver, label);
        if (deed.Does(Deeds.MovesReceiver) && !_origins.IsMade(receiver))
            Add(Touches.Unknown, by, $"uses {(receiver is null ? label : Name(receiver))}, which allows one operation at a time");
        foreach (var argument in passed)
        {
            if (argument.Ordinal is < 0 or >= 64 || (deed.WrittenParameters & (1UL << argument.Ordinal)) == 0)
                continue;
            if (argument.RefKind is RefKind.Ref)
                Write(argument.Value, by);
            else
                WriteItems(argument.Value, by);
        }
    }

    /// <summary>
    /// A library that writes into what a collection holds, where the collection is written as such; else into the object itself.
    /// </summary>
    private void WriteItems(IOperation argument, IOperation by)
    {
        if (argument.WithoutConversions() is ICollectionExpressionOperation { Elements: var items })
        {
            foreach (var item in items)
                WriteInto(item is ISpreadOperation ? Origin.Unknown : _origins.Of(item), by, Name(item));
        }
        else
        {
            WriteInto(_origins.Of(argument), by, Name(argument));
        }
    }

    private void WriteReceiver(IOperation by, IOperation? instance, string label)
    {
        if (instance is null)
            Add(Touches.Unknown, by, $"changes what '{label}' stands for");
        if (instance is { Type.IsValueType: true }
            && instance.Type.TypeKind is TypeKind.Struct
            && !_library.IsContainer(instance.Type)
            && !IsOwnVariable(instance))
            Write(instance, by);
        else
            WriteInto(_origins.Of(instance), by, instance is null ? label : Name(instance));
    }

    /// <summary>What a method in source does, seen from the call.</summary>
    private void Apply(BodyEffect effect, IOperation by, IMethodSymbol target, IOperation? instance, ImmutableArray<PassedValue> passed)
    {
        _basis = _basis.And(effect.Basis);
        var (touches, reason) = CallsOnlyWhatIsSeen(effect, by, passed) ? effect.Apart : (effect.Touches, effect.Reason);
        var beyond = touches & (Touches.ReadsGlobal | Touches.WritesGlobal | Touches.Unknown | Touches.ByName);
        if ((beyond & Touches.ByName) != 0 && !_session.Services.SaysThatItReads(target, by))
            beyond |= Touches.Unknown;
        Add(beyond, by, $"calls '{Label(target)}', which {reason}");
        TouchReceiver(effect.Touches, by, target, target.MethodKind is MethodKind.Constructor ? by as IObjectCreationOperation : instance);
        if ((effect.Written | effect.WrittenParts | effect.WrittenReferences) == 0)
            return;

        string how = $"by calling '{Label(target)}'";
        ulong unseen = effect.Written | effect.WrittenParts | effect.WrittenReferences;
        foreach (var argument in passed)
        {
            ulong bit = argument.Ordinal is >= 0 and < 64 ? 1UL << argument.Ordinal : ulong.MaxValue;
            unseen &= ~bit;
            if ((effect.WrittenReferences & bit) != 0)
                Write(argument.Value, by);
            if ((effect.Written & bit) != 0)
                WriteInto(_origins.Of(argument.Value), by, how);
            if ((effect.WrittenParts & bit) != 0)
                WriteInto(_origins.PartOf(argument.Value, null), by, how);
        }

        if (unseen != 0)
            Add(Touches.Unknown, by, "writes what is passed later " + how);
    }

    /// <summary>
    /// Whether the delegates that the method calls are written here, where what they do was judged; those that this method is given
    /// itself are for its own caller to judge.
    /// </summary>
    private bool CallsOnlyWhatIsSeen(BodyEffect effect, IOperation by, ImmutableArray<PassedValue> passed)
    {
        ulong unseen = effect.Called;
        if (unseen == 0)
            return false;
        ulong given = 0;
        foreach (var argument in passed)
        {
            ulong bit = argument.Ordinal is >= 0 and < 64 ? 1UL << argument.Ordinal : 0;
            var value = argument.Value.WithoutConversions();
            ulong own = GivenDelegates(value);
            bool isSeen = own != 0
                || value is IDelegateCreationOperation
                || value.ConstantValue is { HasValue: true, Value: null }
                || _origins.Of(value) == Origin.Fresh;
            if ((unseen & bit) == 0 || !isSeen)
                continue;
            unseen &= ~bit;
            given |= own;
        }

        if (unseen == 0 && given != 0)
            Add(new(Touches.Unknown | Touches.CallsArgument, by, "passes on a delegate that is called", given));
        return unseen == 0;
    }

    /// <summary>The parameter, as a bit, if the expression is a delegate that this method is given and that it keeps as it is.</summary>
    private ulong GivenDelegates(IOperation? value) =>
        value?.WithoutConversions() is IParameterReferenceOperation
        {
            Parameter: { Ordinal: < 64, RefKind: RefKind.None, Type.TypeKind: TypeKind.Delegate } parameter
        }
        && _method is { MethodKind: MethodKind.Ordinary or MethodKind.Constructor }
        && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, _method)
        && _origins.PlacesOf(parameter).Count == 0
            ? 1UL << parameter.Ordinal : 0;

    private void TouchReceiver(Touches touches, IOperation by, IMethodSymbol target, IOperation? receiver)
    {
        var places = _origins.Of(receiver).Places;
        string label = $"by calling '{Label(target)}'";
        if (touches.HasFlag(Touches.ReadsInstance) && (places & (Places.Instance | Places.InstancePart)) != 0)
            Add(Touches.ReadsInstance, by, "reads state " + label);
        if (touches.HasFlag(Touches.ReadsInstance) && (places & (Places.Global | Places.Unknown)) != 0)
            Add(Touches.ReadsGlobal, by, "reads state " + label);

        // A struct that writes itself writes the variable it is in.
        if (touches.HasFlag(Touches.WritesInstance) && receiver is { Type.IsValueType: true } and not IInstanceReferenceOperation)
            Write(receiver, by);
        else if (touches.HasFlag(Touches.WritesInstance))
            WriteInto(_origins.Of(receiver), by, label);
        if (touches.HasFlag(Touches.WritesInstancePart))
            WriteInto(receiver is IObjectCreationOperation ? Origin.Unknown : _origins.PartOf(receiver, null), by, label);
    }

    private static ImmutableArray<PassedValue> Passed(ImmutableArray<IArgumentOperation> arguments) =>
        [.. arguments.Select(static argument =>
            new PassedValue(argument.Parameter?.Ordinal ?? -1, argument.Value, argument.Parameter?.RefKind ?? RefKind.None))];

    private static ImmutableArray<PassedValue> Passed(params IOperation[] operands) =>
        [.. operands.Select(static (operand, ordinal) => new PassedValue(ordinal, operand))];

    private static string Label(IMethodSymbol method) =>
        method.MethodKind is MethodKind.Constructor ? method.ContainingType.Name : method.AssociatedSymbol?.Name ?? method.Name;
}
