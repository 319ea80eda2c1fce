using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Library.Clients;
using Pipeline.Analyzers.Names;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.Analyzers.Effects.Bodies;

/// <summary>Requests of generated clients, whose bodies are tools' and say nothing: Refit interfaces, unary calls of gRPC.</summary>
internal static class ClientRequests
{
    /// <summary>Whether the request only asks: by Refit's attribute, or by a gRPC method's name; and the answer is used.</summary>
    public static bool Reads(IMethodSymbol target, IOperation by, EffectNames names)
    {
        if (by is not IInvocationOperation call || call.IsValueDiscarded())
            return false;
        if (RefitMethods.IsRequest(target))
            return RefitMethods.IsRead(target) && names.FindCommand(RefitMethods.PathOf(target)) is null;
        return AwaitForms.IsUnaryCall(target.ReturnType)
            && ClientTypes.DerivesFromGrpcClient(target.ContainingType)
            && names.Judge(target.Name, usesValue: true).Kind is EffectKind.Query
            && !EffectNames.IsProtocol(target.Name);
    }
}
