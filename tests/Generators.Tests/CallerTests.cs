using Microsoft.CodeAnalysis;
using Pipeline.TestKit;

namespace Pipeline.Generators.Tests;

public sealed class CallerTests
{
    [Test]
    public void CallersAreTold() => GeneratorVerifier.Verify("""
        using Pipeline;
        using System.ComponentModel;
        using System.Diagnostics.CodeAnalysis;
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;
        using System.Runtime.Versioning;
        namespace Demo;

        [Experimental("LIB001")] public class Trial;
        [Obsolete("Use New.", DiagnosticId = "LIB002")] public class Old;

        [Service]
        public partial class Model
        {
            [Obsolete("Use Score.", true), Api] public int Predict(int x) => x;
            [Obsolete(DiagnosticId = "LIB003", UrlFormat = "https://x/{0}"), Api] public Task PredictAsync(string x) => Task.CompletedTask;
            [Experimental("LIB004"), Api] public async IAsyncEnumerable<int> TryAsync(Trial trial, params int[] xs) { await Task.Yield(); yield return 1; }
            [Api, EditorBrowsable(EditorBrowsableState.Never), SupportedOSPlatform("linux")] public void Hidden() { }
            [Api, RequiresUnreferencedCode("It reflects."), RequiresDynamicCode("It emits.")] public Task<int> ReflectAsync() => Task.FromResult(1);
            [Api] public string Where([CallerMemberName] string member = "", [CallerLineNumber] int line = 0) => member + line;
            [Api] [return: NotNullIfNotNull(nameof(text))] public string? Trim([AllowNull] string text, [DisallowNull] string? other) => text?.Trim();
            [Api] public void Early([Optional, DefaultParameterValue(3)] int a, [Optional, DefaultParameterValue("x")] string b, string c, CancellationToken ct) { }
            [Api] public void Between(int a, [Optional, DefaultParameterValue(3)] int b, [Optional, DateTimeConstant(5)] DateTime c) { }
            [Api] [return: MaybeNull] public string Perhaps() => null;
            [Api, RequiresPreviewFeatures("It is new.")] public int Preview() => 1;
            [Api] public void Odd([Optional] int a, [Optional, DefaultParameterValue(3)] object b, [Optional, DateTimeConstant(5)] DateTime c, int d = 0) { }
        #pragma warning disable LIB001, LIB002
            [Api] public void Accept(Trial? trial, List<Old>? old) { }
        }

        [Service]
        public partial class Uses
        {
        #pragma warning disable LIB001, LIB002
            [Obsolete("By tests only.", true)] public Uses(Trial trial) { }
            [OnStartup, Obsolete] private void Begin() { }
            [Api] public int Run() => 1;
        }
        """);

    [Test]
    public void NullableOff() => GeneratorVerifier.Verify("""
        #nullable disable
        using Pipeline;
        namespace Demo;

        [Service]
        public partial class Model(string name, IServiceProvider services)
        {
            [Depends] public partial Other.Proxy Dependency { get; init; }
            [Api] public List<string> Find(string key = null) => null;
            [Api] public int Plain(int x) => x;
        #nullable enable
            [Api] public string? Mixed(string key) => null;
        }

        [Service] public partial class Other { [Api] public int Run() => 1; }
        """);

    [Test]
    public void ClsCompliantAssembly_ApisThatAreNot_AreSaidOfTheServiceAlone()
    {
        var compilation = ServiceCompilation.Create("""
            [assembly: CLSCompliant(true)]
            namespace Demo;
            [Pipeline.Service]
            public partial class Model
            {
                [Pipeline.Api] public uint Predict(uint x) => x;
                [Pipeline.Api, CLSCompliant(false)] public Task<ushort> LookAsync(ulong[] xs, CancellationToken ct) => Task.FromResult((ushort)1);
                [Pipeline.Api] public IEnumerable<sbyte> Run(int[][] a) => [];
                [Pipeline.Api] public IEnumerable<sbyte> run(int[][,] a) => [];
            }
            [Pipeline.Service]
            public partial class Uses(Model.Proxy model)
            {
                [Pipeline.Api] public int Run() => (int)model.Predict(1);
            }
            """);

        var problems = compilation.WithProxies().GetDiagnostics().Where(static diagnostic => diagnostic.Id.StartsWith("CS3", StringComparison.Ordinal)).ToArray();

        Assert.That(problems.Where(static problem => problem.Location.SourceTree!.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)), Is.Empty);
        Assert.That(problems, Has.Some.Property(nameof(Diagnostic.Id)).EqualTo("CS3001"), "the compiler looks for it");
    }

    [Test]
    public void Assembly_ThatPromisesClsCompliance_GetsNoWarning() => GeneratorVerifier.Run("""
        using Pipeline;
        [assembly: CLSCompliant(true)]
        namespace Demo;

        [Service]
        public partial class Model(Other.Proxy other)
        {
            [Depends] public partial Other.Proxy Second { get; init; }
            [Api] public int Predict(int[] data) => other.Run();
            [Api] public async Task<float> ScoreAsync(string key, CancellationToken ct) { await Task.Yield(); return 1; }
            [Api] public async IAsyncEnumerable<int> TicksAsync() { await Task.Yield(); yield return 1; }
            [Api, CLSCompliant(false)] public uint Count(params uint[] _numbers) => 1;
        }

        [Service] public partial class Other { [Api] public int Run() => 1; }
        [Service, CLSCompliant(false)] public partial class Unsigned { [Api] public uint Run(ulong x) => 1; }
        [Service] internal partial class Inside { [Api] public uint Run(ulong x) => 1; }
        """);
}
