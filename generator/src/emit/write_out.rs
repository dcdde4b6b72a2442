#[test]
fn write_out() {
    for (name, api, config) in super::fixture::all() {
        let out = std::path::Path::new("/tmp").join(name);
        let files = super::emit(&api, &config).unwrap();
        let _ = std::fs::remove_dir_all(&out);
        for (path, text) in files.0 {
            let path = out.join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
    }
}
