using Pipeline.Hosting;

namespace Pipeline;

/// <summary>Options of one API, set in code; what is not set here is as the service has it.</summary>
public sealed class ApiSettings : CallSettings
{
    internal ApiSettings(SettingsSection section)
        : base(section)
    {
    }
}
