using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Pipeline;
using Pipeline.AspNetCore;
using Pipeline.AspNetCore.Endpoints;
using Pipeline.AspNetCore.OpenApi;
using Pipeline.Transports;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds what serves pipelines over HTTP.</summary>
public static class HttpPipelineBuilderExtensions
{
    /// <summary>Adds what <c>app.MapPipeline&lt;TRoot&gt;()</c> needs. Adding it a second time only configures.</summary>
    /// <param name="builder">The pipeline.</param>
    /// <param name="configure">Changes how pipelines are served; configuration under <c>Pipeline:Http</c> overrides it.</param>
    /// <returns>The same pipeline.</returns>
    public static IPipelineBuilder AddHttp(this IPipelineBuilder builder, Action<PipelineHttpOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        if (configure is not null)
            services.Configure(configure);
        if (services.Any(static service => service.ServiceType == typeof(EdgeRegistry)))
            return builder;

        services.AddSingleton<EdgeRegistry>();
        services.TryAddSingleton<IncomingCalls>();
        services.AddHostedService<AuthorizationCheck>();
        services.AddSingleton<IPostConfigureOptions<PipelineHttpOptions>, PipelineHttpConfiguration>();
        services.AddOpenApi(static options => options.AddDocumentTransformer<PipelineDocument>());
        return builder;
    }
}
