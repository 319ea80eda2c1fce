using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.Analyzers.Effects.Bodies;

/// <summary>Calls of chat clients that go on with a conversation, or may call tools: what they do is in their options.</summary>
internal static class SharedChat
{
    /// <summary>What options may say without the answer, or anything else, coming to depend on other calls.</summary>
    private static readonly string[] Stateless =
    [
        "Temperature", "TopP", "TopK", "MaxOutputTokens", "MaxOutputTokenCount", "Seed", "ModelId", "StopSequences", "ResponseFormat",
        "FrequencyPenalty",
        "PresencePenalty", "Instructions", "Reasoning", "Dimensions",
    ];

    public static string? Finds(IMethodSymbol target, ImmutableArray<PassedValue> passed, Origins origins)
    {
        if (target.Name is not ("GetResponseAsync" or "CompleteChat" or "CompleteChatAsync"))
            return null;
        foreach (var argument in passed)
        {
            var parameter = target.Parameters.ElementAtOrDefault(argument.Ordinal);
            if (parameter?.Type.Name is "ChatOptions" or "ChatCompletionOptions" && !IsStateless(argument.Value.WithoutConversions()))
                return "asks with options that may be shared, call tools or go on with a conversation";
            if (parameter?.Type.Name is not "ChatOptions"
                && (origins.Of(argument.Value).Places & (Places.InstancePart | Places.Global)) != 0
                && argument.Value != passed[0].Value | !target.IsExtensionMethod)
                return "asks with messages that others share";
        }

        return null;
    }

    private static bool IsStateless(IOperation options) => options switch
    {
        { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation => true,
        IObjectCreationOperation { Arguments.IsEmpty: true, Initializer: var initializer } =>
            initializer is null || initializer.Initializers.All(
            static setting =>
                setting is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: var name } }
                    && Stateless.Contains(name)),
        _ => false,
    };
}
