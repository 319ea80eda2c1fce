namespace Pipeline.Generators.Tests;

public sealed class InheritanceTests
{
    [Test]
    public void InheritedApis() => GeneratorVerifier.Verify("""
        using Pipeline;
        namespace Demo;

        public abstract class Store<TKey, TItem> where TKey : notnull
        {
            [Api] public abstract Task<TItem?> FindAsync(TKey key, CancellationToken ct);
            [Api] public virtual int Count() => 0;
            [Api] protected void Clear() { }
            [Api] public int Hidden(TItem item) => 1;
            [Api] public int Same(string text) => 1;
            [Api] private void Unseen() { }
        }

        [Service]
        public partial class Users : Store<string, List<string>>
        {
            public override Task<List<string>?> FindAsync(string key, CancellationToken ct) => Task.FromResult<List<string>?>(null);
            [Api(Name = "number")] public override int Count() => 1;
            public new int Hidden(List<string> item) => 2;
            public int Same(object text) => 2;
            [Api] public int Own() => 3;
        }
        """);

    [Test]
    public void DerivedService() => GeneratorVerifier.Verify("""
        using Pipeline;
        namespace Demo;

        [Service] public partial class Model
        {
            [Depends] public partial Other.Proxy Dependency { get; init; }
            [Api] public virtual int Run(int x) => x;

            [Service] public partial class Inside : Model { [Api] public int More() => 1; }
        }

        [Service] public sealed partial class Better : Model
        {
            [Api] public override int Run(int x) => x + 1;
            [Api] public int Extra() => 2;
        }

        [Service] public partial class Other { [Api] public int Run() => 1; }

        [Service] public partial class Uses(Model.Proxy model, Better.Proxy better, Model.Inside.Proxy inside)
        {
            [Api] public int Run() => model.Run(1) + better.Run(2) + better.Extra() + inside.More() + inside.Run(1);
        }
        """);
}
