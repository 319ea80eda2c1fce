using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Library;
using Pipeline.Analyzers.Library.Clients;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Effects.Bodies;

/// <content>What the body comes down to, for callers that want to know whether two calls at once are safe.</content>
internal sealed partial class BodyWalker
{
    private static readonly string[] Connections = ["DbConnection", "IDbConnection", "DbCommand", "IDbCommand", "DbBatch", "DbDataAdapter"];

    /// <summary>A member that waits for the world, and what of such a call is no matter of that call alone.</summary>
    private void RestOn(IOperation by, IMethodSymbol target, MemberDeed deed)
    {
        var type = target.ContainingType;
        if (type.WithBases().Any(static @base => Connections.Contains(@base.Name)))
            Object($"opens a '{type.Name}' of its own, which may take part in a transaction around it");
        if (!deed.Does(Deeds.ReadsWorld) || !AwaitForms.IsTaskOrUnaryCall(target.ReturnType))
            return;
        _basis = _basis.Asking($"{type.Name}.{target.Name}");
        if (by is IInvocationOperation call && HttpAddress.Of(call) is { } address && !IsNamed(address))
            Object($"requests an address that does not show, '{address.Syntax}'");
    }

    /// <summary>Whether the text says which operation is asked for, here or in every value of the variable that holds it.</summary>
    private bool IsNamed(IOperation address) =>
        HttpAddress.NamesOperation(address)
        || (address.WithoutConversions() is ILocalReferenceOperation { Local: var local }
            && _origins.Variables.ValuesOf(local) is { Count: > 0 } values
            && values.All(static value => value is { Value: { } text, IsPart: false } && HttpAddress.NamesOperation(text)));

    /// <summary>A static that can be written, or that holds what can, is read by all calls.</summary>
    private void ObjectToStatic(ISymbol member)
    {
        var (type, isWritable) = member switch
        {
            IFieldSymbol field => (field.Type, !field.IsReadOnly),
            IPropertySymbol property => (property.Type, property.SetMethod is not null),
            _ => (null, true),
        };
        if (isWritable)
            Object($"reads the static '{member.Name}', which can be written");
        else if (type is not null && _session.State.Find(type) is { } state)
            Object($"reads the static '{member.Name}': {state}");
    }

    private void Object(string reason) => _basis = _basis.Objecting(reason);
}
