using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Names;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.Analyzers.Library.Clients;

/// <summary>A GET must change nothing, and yet some do: <c>/account/login</c> sets a cookie, <c>/cart/add?id=1</c> fills a cart.</summary>
internal static class HttpAddress
{
    /// <summary>The verb of change in the path of a request's address, as far as its text or its name shows.</summary>
    public static string? FindCommand(IInvocationOperation call, EffectNames names)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.Name is not "requestUri")
                continue;
            foreach (string text in Texts(argument.Value.Unwrapped()))
            {
                int query = text.IndexOf('?');
                if (names.FindCommand(query < 0 ? text : text.Substring(0, query)) is { } command)
                    return command;
                if (query >= 0)
                    break;
            }
        }

        return null;
    }

    /// <summary>The address of a request; null if the call has none.</summary>
    public static IOperation? Of(IInvocationOperation call) =>
        call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name is "requestUri")?.Value;

    /// <summary>
    /// Whether the address says in constant text what is asked for: it is constant as a whole, or has a word in its path,
    /// <c>$"/rates/{id}"</c>.
    /// </summary>
    public static bool NamesOperation(IOperation address)
    {
        address = address.Unwrapped();
        if (address.ConstantValue.HasValue)
            return true;
        return address is IInterpolatedStringOperation or IBinaryOperation or IObjectCreationOperation
            && address.DescendantsAndSelf()
                .Select(static part => part.ConstantValue.Value)
                .OfType<string>()
                .Any(static text => PathOf(text).Any(char.IsLetter));
    }

    /// <summary>The same, also where the text is in a local that never gets another.</summary>
    public static bool IsNamed(IOperation address)
    {
        if (NamesOperation(address))
            return true;
        return address.Unwrapped() is ILocalReferenceOperation { Local: { DeclaringSyntaxReferences: [var declaration] } local }
            && declaration.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value } declarator
            && address.SemanticModel?.GetOperation(value) is { } text
            && NamesOperation(text)
            && declarator.FirstAncestorOrSelf<BlockSyntax>() is { } block
            && !block.DescendantNodes().OfType<IdentifierNameSyntax>()
                .Any(name => name.Identifier.ValueText == local.Name && NameWrites.IsWritten(name));
    }

    /// <summary>What stands between the host and the query.</summary>
    private static string PathOf(string text)
    {
        int scheme = text.IndexOf("://", StringComparison.Ordinal);
        int start = scheme < 0 ? 0 : text.IndexOf('/', scheme + 3);
        if (start < 0)
            return "";
        int query = text.IndexOf('?', start);
        return query < 0 ? text.Substring(start) : text.Substring(start, query - start);
    }

    /// <summary>The address's own words, or where it has none here, those of the variable that holds it.</summary>
    private static IEnumerable<string> Texts(IOperation address)
    {
        if (address.ConstantValue.Value is not string && Name(address) is { } name)
            return [name];
        return address.DescendantsAndSelf().Select(static part => part.ConstantValue.Value).OfType<string>();
    }

    private static string? Name(IOperation address) => address switch
    {
        IMemberReferenceOperation member => member.Member.Name,
        _ => address.ReferencedVariable()?.Name,
    };
}
