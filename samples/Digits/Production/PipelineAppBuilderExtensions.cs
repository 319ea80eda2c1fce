using Digits.Data;
using Digits.Models;
using Microsoft.Extensions.DependencyInjection;
using Pipeline;

namespace Digits.Production;

/// <summary>What every composition of this sample asks of the container and of configuration.</summary>
internal static class PipelineAppBuilderExtensions
{
    /// <summary>Registers what models train with.</summary>
    public static PipelineAppBuilder AddTraining(this PipelineAppBuilder builder, DigitSet digits, TextWriter progress, int models)
    {
        builder.Services.AddSingleton(digits).AddSingleton(new TrainingProgress(progress, models));
        return builder;
    }

    /// <summary>Configures the services.</summary>
    public static PipelineAppBuilder Configure(this PipelineAppBuilder builder, IReadOnlyList<Setting> settings)
    {
        foreach (Setting setting in settings)
            builder.Configuration[setting.Key] = setting.Value;
        return builder;
    }
}
