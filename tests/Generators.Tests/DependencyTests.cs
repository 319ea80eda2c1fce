namespace Pipeline.Generators.Tests;

public sealed class DependencyTests
{
    [Test]
    public void Constructor() => GeneratorVerifier.Verify("""
        using Pipeline;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Logging;
        using P = Demo.ModelA.Proxy;
        namespace Demo;

        public enum Key { One }

        [Service] public partial class ModelA { [Api] public int Run() => 1; }
        public class DerivedA : ModelA;

        [Service]
        public partial class Ensemble(
            ModelA.Proxy first,
            [Depends(Url = "http://a:1", Timeout = "2s")] global::Demo.ModelA.Proxy? second,
            P aliased,
            DerivedA.Proxy derived,
            ILogger<Ensemble> logger,
            IEnumerable<ModelA.Proxy> all,
            [FromKeyedServices("k\"")] IServiceProvider keyed,
            [FromKeyedServices(Key.One)] IServiceProvider? maybe = null,
            [FromKeyedServices(typeof(List<int>))] object? typed = null,
            int retries = 3,
            (int A, string? B)[]? tuples = null,
            dynamic? any = null)
        {
            [Api] public int Run() => first.Run();
        }
        """);

    [Test]
    public void Properties() => GeneratorVerifier.Verify("""
        using Pipeline;
        using Microsoft.Extensions.Logging;
        namespace Demo;

        [Service] public partial class ModelA { [Api] public int Run() => 1; }

        [Service]
        public partial class Ensemble(ModelA.Proxy byConstructor)
        {
            [Depends] public partial ModelA.Proxy First { get; init; }
            [Depends(Url = "x")] public required partial ModelA.Proxy? Second { get; set; }
            [Depends] internal virtual partial Demo.ModelA.Proxy Third { private set; get; }
            [Depends] private partial ModelA.Proxy Fourth { get; init; }
            public required ILogger Logger { get; init; }
            public required ModelA.Proxy Plain;
            [Api] public int Run() => byConstructor.Run() + First.Run() + Fourth.Run();
        }
        """);

    [Test]
    public void Constructors() => GeneratorVerifier.Verify("""
        using Pipeline;
        using Microsoft.Extensions.DependencyInjection;
        using System.Diagnostics.CodeAnalysis;
        namespace Demo;

        [Service] public partial class Marked
        {
            public Marked(int a) { }
            [ActivatorUtilitiesConstructor] internal Marked(string a) { }
            [Api] public int Run() => 1;
        }

        [Service] public partial class PublicBesideOthers
        {
            private PublicBesideOthers(int a) { }
            internal PublicBesideOthers(long a) { }
            public PublicBesideOthers(string a) { }
            [Api] public int Run() => 1;
        }

        [Service] public partial class Internal
        {
            internal Internal(in int a, params string[] rest) { }
            [Api] public int Run() => 1;
        }

        [Service] public partial class SetsRequired
        {
            [SetsRequiredMembers] public SetsRequired() => Name = "";
            public required string Name { get; init; }
            [Api] public int Run() => 1;
        }
        """);

    [Test]
    public void Lifecycle() => GeneratorVerifier.Verify("""
        using Pipeline;
        namespace Demo;

        public abstract class Base
        {
            [OnStartup] protected void OpenBase() { }
            [OnStartup] public virtual Task LoadAsync() => Task.CompletedTask;
            [OnShutdown] protected internal ValueTask CloseBase(CancellationToken ct) => default;
        }

        [Service]
        public partial class Model : Base
        {
            [OnStartup(Timeout = "10m")] private void Open(CancellationToken ct) { }
            [OnStartup] public override Task LoadAsync() => Task.CompletedTask;
            [OnStartup(Timeout = "soon")] ValueTask Warm() => default;
            [OnShutdown] Task CloseAsync(CancellationToken ct) => Task.CompletedTask;
            [OnStartup(Timeout = "1s")] [OnShutdown(Timeout = "00:00:02")] void @lock() { }
            [Api] public int Run() => 1;
        }
        """);
}
