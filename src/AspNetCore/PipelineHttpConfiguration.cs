using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Pipeline.Remote;
using Pipeline.Remote.Web;

namespace Pipeline.AspNetCore;

/// <summary>Reads <c>Pipeline:Http</c>, which overrides what code sets.</summary>
internal sealed class PipelineHttpConfiguration(IConfiguration? configuration = null) : IPostConfigureOptions<PipelineHttpOptions>
{
    private const string Section = "Pipeline:Http";

    public void PostConfigure(string? name, PipelineHttpOptions options)
    {
        foreach (var setting in configuration?.GetSection(Section).GetChildren() ?? [])
        {
            string text = setting.Value ?? throw Invalid(setting, "a value");
            switch (setting.Key.ToUpperInvariant())
            {
                case "IGNOREUNKNOWN":
                    options.IgnoreUnknown = Flag(setting, text);
                    break;
                case "OPENAPI":
                    options.OpenApi = Flag(setting, text);
                    break;
                case "PROBES":
                    options.Probes = Flag(setting, text);
                    break;
                case "DEFAULTTIMEOUT":
                    options.DefaultTimeout = Time(setting, text);
                    break;
                case "MAXTIMEOUT":
                    options.MaxTimeout = Time(setting, text);
                    break;
                case "FAILUREDETAIL":
                    options.FailureDetail = Enum.TryParse<FailureDetail>(text, ignoreCase: true, out var detail) && Enum.IsDefined(detail)
                        ? detail
                        : throw Invalid(setting, "None, Message or Full");
                    break;
                default:
                    throw new InvalidOperationException(
                        $"{setting.Path} is no option. Those of {Section} are "
                        + "IgnoreUnknown, DefaultTimeout, MaxTimeout, FailureDetail, OpenApi and Probes.");
            }
        }
    }

    private static bool Flag(IConfigurationSection setting, string text) =>
        bool.TryParse(text, out bool flag) ? flag : throw Invalid(setting, "true or false");

    private static TimeSpan Time(IConfigurationSection setting, string text) =>
        CallTimeout.TryParse(text) ?? throw Invalid(setting, "a time such as 250ms, 30s or 1h");

    private static InvalidOperationException Invalid(IConfigurationSection setting, string expected) =>
        new($"{setting.Path} must be {expected}, not '{setting.Value}'.");
}
