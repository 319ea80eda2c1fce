using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization.Metadata;
using Pipeline.AspNetCore.Problems;

namespace Pipeline.AspNetCore.Validation;

/// <summary>What the validation attributes of a parameter demand, and those of its type.</summary>
internal sealed class ValueValidator(IReadOnlyList<ValidationAttribute> attributes, TypeValidator? type)
{
    /// <summary>Whether nothing is demanded.</summary>
    public bool IsEmpty => attributes.Count == 0 && type is null;

    public void Validate(object? value, string name, ArgumentProblems problems, IServiceProvider services)
    {
        foreach (var attribute in attributes)
            Check(attribute, value, name, name, value ?? string.Empty, problems, services);
        if (value is not null)
            type?.Validate(value, name, problems, services);
    }

    /// <summary>Asks one attribute; what it throws is its own fault and not the caller's.</summary>
    public static void Check(
        ValidationAttribute attribute, object? value, string member, string path, object owner, ArgumentProblems problems,
        IServiceProvider services)
    {
        var context = new ValidationContext(owner, member, services, items: null) { MemberName = member };
        if (attribute.GetValidationResult(value, context) is { } failed)
            problems.Add(path, failed.ErrorMessage ?? $"is not accepted by {attribute.GetType().Name}.");
    }
}
