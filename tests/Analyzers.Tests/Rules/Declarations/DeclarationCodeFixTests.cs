using Pipeline.Analyzers.Rules.Declarations;
using Pipeline.CodeFixes.Rules;

namespace Pipeline.Analyzers.Tests.Rules.Declarations;

public class DeclarationCodeFixTests
{
    private const string Model = "[Service] public partial class Model { [Api] public int Predict(int x) => x; }\n";

    [Test]
    public Task ServiceNotPartial_Fixed_IsPartialWithAllTypesAroundIt() => CodeFixVerifier<ServiceDeclarationAnalyzer, ServiceNotPartialCodeFix>.VerifyAsync(
        """
        /// <summary>Holds services.</summary>
        public static class {|CS0260:{|PIPE101:Outer|}|}
        {
            // The first.
            [Service]
            class {|CS0260:{|PIPE101:First|}|}
            {
                [Api] public int Get() => 1;
            }

            struct {|CS0260:{|PIPE101:Middle|}|} { [Service] internal sealed class {|CS0260:{|PIPE101:Second|}|} { [Api] public int Get() => 1; } }
        }
        """,
        """
        /// <summary>Holds services.</summary>
        public static partial class Outer
        {
            // The first.
            [Service]
            partial class First
            {
                [Api] public int Get() => 1;
            }

            partial struct Middle { [Service] internal sealed partial class Second { [Api] public int Get() => 1; } }
        }
        """);

    [Test]
    public Task DependencyNotQualified_KeptInAField_ChangesTheFieldToo() => CodeFixVerifier<ServiceDeclarationAnalyzer, DependencyNotQualifiedCodeFix>.VerifyAsync(
        $$"""
        [Service] public partial class B({|PIPE106:Model|} model)
        {
            private readonly Model _model = model;

            [Api] public int Get() => _model.Predict(1);
        }

        {{Model}}
        """,
        $$"""
        [Service] public partial class B(Model.Proxy model)
        {
            private readonly Model.Proxy _model = model;

            [Api] public int Get() => _model.Predict(1);
        }

        {{Model}}
        """);

    [Test]
    public Task DependencyNotQualified_KeptInAFieldThatAnotherPartHandsOn_GetsNoFix() => CodeFixVerifier<ServiceDeclarationAnalyzer, DependencyNotQualifiedCodeFix>.VerifyNoFixAsync(
        $$"""
        [Service] public partial class B({|PIPE106:Model|} model)
        {
            private readonly Model _model = model;

            [Api] public int Get() => _model.Predict(1);
        }

        public partial class B
        {
            public Model Inner => _model;
        }

        {{Model}}
        """);

    [Test]
    public Task DependencyNotQualified_HandedOn_GetsNoFix() => CodeFixVerifier<ServiceDeclarationAnalyzer, DependencyNotQualifiedCodeFix>.VerifyNoFixAsync(
        $$"""
        [Service] public partial class A({|PIPE106:Model|} model)
        {
            [Api] public int Get() => Ask(model);

            private static int Ask(Model model) => model.Predict(1);
        }

        {{Model}}
        """);

    [Test]
    public Task DependencyNotQualified_Fixed_IsWrittenAsProxy() => CodeFixVerifier<ServiceDeclarationAnalyzer, DependencyNotQualifiedCodeFix>.VerifyAsync(
        $$"""
        using static Model;
        using M = Model;

        [Service] public partial class A({|PIPE106:Model|} first, /* nothing */ {|PIPE106:Model?|} second, {|PIPE106:Proxy|} third, {|PIPE106:M|} fourth, {|PIPE106:global::Model|} fifth)
        {
            [Depends] public partial {|PIPE106:Model|} Sixth { get; init; }

            [Api] public int Get() => 1;
        }

        {{Model}}
        """,
        $$"""
        using static Model;
        using M = Model;

        [Service] public partial class A(Model.Proxy first, /* nothing */ Model.Proxy? second, M.Proxy third, M.Proxy fourth, global::Model.Proxy fifth)
        {
            [Depends] public partial Model.Proxy Sixth { get; init; }

            [Api] public int Get() => 1;
        }

        {{Model}}
        """);

    [Test]
    public Task UnsupportedDependsProperty_Fixed_IsPartialWithASetter() => CodeFixVerifier<ServiceDeclarationAnalyzer, UnsupportedDependsPropertyCodeFix>.VerifyAsync(
        $$"""
        [Service] public partial class A
        {
            /// <summary>The first.</summary>
            [Depends] public required Model.Proxy {|PIPE111:First|} { get; set; }

            [Depends] internal Model.Proxy? {|PIPE111:Second|} { get; }

            [Depends]
            Model.Proxy? {|PIPE111:Third|} { get; init; } // kept

            [Api] public int Get() => 1;
        }
        {{Model}}
        """,
        $$"""
        [Service] public partial class A
        {
            /// <summary>The first.</summary>
            [Depends] public required partial Model.Proxy First { get; set; }

            [Depends] internal partial Model.Proxy? Second { get; init; }

            [Depends]
            partial Model.Proxy? Third { get; init; } // kept

            [Api] public int Get() => 1;
        }
        {{Model}}
        """);

    [TestCase("[Depends] public static Model.Proxy {|PIPE111:M|} { get; set; } = null!;")]
    [TestCase("[Depends] public Model.Proxy {|PIPE111:M|} { get; init; } = null!;")]
    [TestCase("[Depends] public Model.Proxy {|PIPE111:M|} { get => null!; init { } }")]
    [TestCase("[Depends] public Model.Proxy {|PIPE111:M|} => null!;")]
    public Task UnsupportedDependsProperty_WithCodeOfItsOwn_GetsNoFix(string property) =>
        CodeFixVerifier<ServiceDeclarationAnalyzer, UnsupportedDependsPropertyCodeFix>.VerifyNoFixAsync(
            $"[Service] public partial class S {{ {property} [Api] public int Get() => 1; }} {Model}");
}
