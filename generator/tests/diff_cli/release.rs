//! The SDK's version: suggested, checked, written.

use crate::{
    commit,
    folder::{Folder, PETS},
    git, repository, with_property, without_post,
};

/// A repository with the crate made, at version 1.2.3.
fn released() -> Folder {
    let folder = repository();
    let toml = folder.read("generator.toml") + "version = \"1.2.3\" # released\nexamples = false\n";
    folder.put("generator.toml", &toml);
    folder.run(&["--quiet"]).with(0);
    commit(&folder);
    git(&folder, &["tag", "v1.2.3"]);
    folder
}

#[test]
fn a_version_that_grew_too_little_is_refused() {
    let folder = released();
    let version = |version: &str| {
        let toml = folder.read("generator.toml");
        let line = toml.lines().find(|line| line.starts_with("version")).unwrap();
        folder.put("generator.toml", &toml.replace(line, &format!("version = \"{version}\"")));
        folder.run(&["--quiet"]).with(0);
    };
    let check = || folder.run(&["diff", "v1.2.3", "--check-version"]);
    check().with(0);
    folder.put("api.yaml", &with_property());
    version("1.2.4");
    check().with(1).says(&["from 1.2.3 to 1.2.4", "a minor change: 1.3.0"]);
    version("1.3.0");
    check().with(0);
    folder.put("api.yaml", &without_post());
    version("1.3.0");
    check().with(1).says(&["a major change: 2.0.0", "--write-version"]);
    version("2.0.0-rc.1");
    check().with(0);
    // What was released is what the crate's manifest says, in a ref as well.
    git(&folder, &["checkout", "-qf", "v1.2.3"]);
    folder.put("generator.toml", &folder.read("generator.toml").replace("1.2.3", "0.0.1"));
    commit(&folder);
    folder.run(&["diff", "HEAD", "v1.2.3", "--check-version"]).with(0);
    folder.run(&["diff", "HEAD", "HEAD", "--check-version"]).with(0);
    folder.put("api.yaml", &with_property());
    folder.run(&["diff", "--check-version"]).with(1).says(&["from 1.2.3 to 1.2.3"]);
    folder.put("other.yaml", PETS);
    folder.put("generator.toml", "");
    folder.run(&["diff", "other.yaml", "api.yaml", "--check-version"]).with(2).says(&["has no version"]);
}

#[test]
fn the_next_version_is_written_with_its_changes() {
    let folder = released();
    folder.put("api.yaml", &without_post());
    let ended = folder.run(&["diff", "v1.2.3", "--write-version"]).with(0);
    assert!(ended.out.contains("  next  2.0.0  (from what the description changes alone)"), "{}", ended.out);
    let toml = folder.read("generator.toml");
    assert!(toml.contains("version = \"2.0.0\" # released\n"), "{toml}");
    let changelog = folder.read("sdk/CHANGELOG.md");
    assert!(changelog.contains("\n## 2.0.0\n\n"), "{changelog}");
    assert!(changelog.contains("### Removed\n") || changelog.contains("### Changed\n"), "{changelog}");

    // Once is enough, and the crate is made with it.
    let again = folder.run(&["diff", "v1.2.3", "--write-version"]).with(0);
    let _ = again.says(&["the version 2.0.0 of pets in generator.toml is enough", "it is left as it is"]);
    assert_eq!(folder.read("sdk/CHANGELOG.md"), changelog);
    folder.run(&["--quiet"]).with(0);
    folder.run(&["check", "--quiet"]).with(0);
    folder.run(&["diff", "v1.2.3", "--check-version", "--quiet"]).with(0);
    assert!(folder.has("sdk/CHANGELOG.md"));
}

#[test]
fn only_the_working_tree_is_written() {
    let folder = released();
    let refused = folder.run(&["diff", "v1.2.3", "HEAD", "--write-version"]).with(2);
    let _ = refused.says(&["leave NEW out"]);
    git(&folder, &["rm", "-rq", "sdk"]);
    folder.put("api.yaml", &without_post());
    folder.run(&["diff", "v1.2.3", "--write-version"]).with(2).says(&["`sdk` is not there"]);
    assert!(folder.read("generator.toml").contains("1.2.3"));
}
