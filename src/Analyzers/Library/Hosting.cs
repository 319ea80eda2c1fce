namespace Pipeline.Analyzers.Library;

/// <summary>Logging, metrics, options, configuration.</summary>
internal static class Hosting
{
    private const string Docs = "https://learn.microsoft.com/dotnet/api/";

    public static readonly LibraryEntry[] Entries =
    [
        new("Microsoft.Extensions.Logging.LoggerExtensions Microsoft.Extensions.Logging.ILogger Microsoft.Extensions.Logging.ILogger`1",
            Docs + "microsoft.extensions.logging.loggerextensions")
        {
            Traits = LibraryTraits.Concurrent,
            Pure = "Log LogTrace LogDebug LogInformation LogWarning LogError LogCritical IsEnabled",
        },
        new("System.Diagnostics.Metrics.Counter`1 System.Diagnostics.Metrics.UpDownCounter`1 System.Diagnostics.Metrics.Histogram`1",
            Docs + "system.diagnostics.metrics.counter-1") { Pure = "Add Record Enabled" },
        new(
            "Microsoft.Extensions.Options.IOptions`1 Microsoft.Extensions.Options.IOptionsMonitor`1 "
                + "Microsoft.Extensions.Options.IOptionsSnapshot`1",
            Docs + "microsoft.extensions.options.ioptions-1")
        {
            Traits = LibraryTraits.Concurrent,
            Reads = "Value CurrentValue Get",
        },
        new(
            "Microsoft.Extensions.Configuration.IConfiguration Microsoft.Extensions.Configuration.IConfigurationSection "
                + "Microsoft.Extensions.Configuration.ConfigurationExtensions Microsoft.Extensions.Configuration.ConfigurationBinder",
            Docs + "microsoft.extensions.configuration.iconfiguration")
        {
            Traits = LibraryTraits.Concurrent,
            Reads = "Item GetSection GetValue GetConnectionString GetChildren Exists Get Value Key Path",
            Changes = "set:Item set:Value",
        },
        new(
            "System.Activator System.Reflection.MethodBase System.Reflection.MethodInfo System.Reflection.PropertyInfo "
                + "System.Reflection.FieldInfo System.Delegate",
            Docs + "system.activator") { Not = "*" },
    ];
}
