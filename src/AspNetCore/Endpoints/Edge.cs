using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pipeline.AspNetCore.Problems;
using Pipeline.AspNetCore.Validation;
using Pipeline.Remote;
using Pipeline.Remote.Web;
using Pipeline.Transports;

namespace Pipeline.AspNetCore.Endpoints;

/// <summary>What all endpoints of a service on the edge have in common.</summary>
internal sealed class Edge
{
    public Edge(IServiceProvider services, ServiceDefinition service)
    {
        Services = services;
        Service = service;
        Options = services.GetRequiredService<IOptions<PipelineHttpOptions>>().Value;
        Incoming = services.GetService<IncomingCalls>() ?? new(services);
        Logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("Pipeline.Http");
        var from = services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        ArgumentJson = WebJson.Create(from, Options.NamingPolicy, !Options.IgnoreUnknown);
        AnswerJson = WebJson.ForAnswers(ArgumentJson);
        SchemaJson = WebJson.ForSchemas(ArgumentJson);
        bool isDevelopment = services.GetService<IHostEnvironment>()?.IsDevelopment() ?? false;
        var detail = Options.FailureDetail ?? (isDevelopment ? FailureDetail.Full : FailureDetail.None);
        Failures = new(service, detail, Options.StatusOf);
    }

    public IServiceProvider Services { get; }

    public ServiceDefinition Service { get; }

    public PipelineHttpOptions Options { get; }

    public IncomingCalls Incoming { get; }

    public ILogger Logger { get; }

    public JsonSerializerOptions ArgumentJson { get; }

    public JsonSerializerOptions AnswerJson { get; }

    public JsonSerializerOptions SchemaJson { get; }

    public FailureTranslation Failures { get; }

    /// <summary>The name of an API, an argument or a member on the wire.</summary>
    public string NameOf(string name) => Options.NamingPolicy?.ConvertName(name) ?? name;

    /// <summary>The metadata that values of a type are answered with.</summary>
    public JsonTypeInfo<T> AnswerType<T>() => (JsonTypeInfo<T>)AnswerJson.GetTypeInfo(typeof(T));

    /// <summary>What is demanded of an argument.</summary>
    public ValueValidator ValidatorOf(ApiMethod method, ParameterDefinition parameter) =>
        new(method.ValidationOf(parameter.Name), TypeValidator.Of(ArgumentJson.GetTypeInfo(parameter.Type)));
}
